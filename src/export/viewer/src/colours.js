// Colours of entities by kind and of lines by family, on a light and on a dark page.
// Source: Okabe and Ito, "Color Universal Design" (2008), told apart by colour-blind readers; made lighter for dark pages.

const LIGHT = {
  page: "#fbfaf7",
  ink: "#1c2128",
  halo: "#fbfaf7",
  faintNode: "#e4e2dc",
  faintEdge: "#d9d7d055",
  kinds: ["#f0b540", "#7cc3ec", "#7fd0b4", "#c3d684", "#dd9cc2", "#b9b9b9"],
  families: ["#0072b2", "#008a66", "#d55e00", "#777777", "#a6a6a6"],
  border: [0.16, 0.18, 0.22],
};

const DARK = {
  page: "#14171c",
  ink: "#e8e6e1",
  halo: "#14171c",
  faintNode: "#2b3038",
  faintEdge: "#39404a55",
  kinds: ["#e0a32f", "#4fa6d8", "#43ab8b", "#9ab550", "#c37ba8", "#8d8d8d"],
  families: ["#5aaee6", "#35c39a", "#f0883e", "#a3a3a3", "#7f868f"],
  border: [0.05, 0.06, 0.08],
};

/** Returns the colours of a theme. */
export function colours(dark) {
  return dark ? DARK : LIGHT;
}

/** The shape of each kind, in the order of the data: disc, square, diamond, triangle, hexagon, ring. */
export const SHAPES = [0, 1, 2, 3, 4, 5];
