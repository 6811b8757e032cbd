// Spelling: two spellings of a name become the same letters. The rules are those of the program's own folding, as far
// as a search needs them: hamza and its seats, alef maqsura, ta marbuta, tatweel, vowel signs, Persian letters, digits,
// Latin case and accents, marks of direction.

const LETTERS = {
  "\u0671": "\u0627", // ALEF WASLA: alef
  "\u0649": "\u064a", // ALEF MAKSURA: yeh
  "\u06cc": "\u064a", // FARSI YEH: yeh
  "\u06a9": "\u0643", // KEHEH: kaf
  "\u0629": "\u0647", // TEH MARBUTA: heh
  "\u06c1": "\u0647", // HEH GOAL: heh
  "\u0621": "", // HAMZA
  "\u0640": "", // TATWEEL
  "\u00df": "ss",
  "\u00e6": "ae",
  "\u00f8": "o",
  "\u0142": "l",
  "\u0131": "i",
};

/** Returns `text` folded: lower case, without marks, single spaces between words. */
export function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}'\u2019\u02bc]/gu, "")
    .replace(/[\u0621\u0629\u0640\u0649\u0671\u06a9\u06c1\u06cc\u00df\u00e6\u00f8\u0142\u0131]/g, (c) => LETTERS[c])
    .replace(/[\u0660-\u0669]/g, (c) => String(c.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (c) => String(c.charCodeAt(0) - 0x6f0))
    .replace(/[^\p{L}\p{N}:]+/gu, " ")
    .trim();
}
