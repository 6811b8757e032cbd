//! Tables for a terminal, with lines of detail under their rows.

use comfy_table::presets::NOTHING;
use comfy_table::{ContentArrangement, Table};

use super::names::harmless;

/// Returns aligned columns; `rows` hold their cells and the lines that stand under them.
///
/// Columns that may hold Arabic belong last: terminals do not agree on the width of joined letters.
pub(super) fn aligned(header: &[&str], rows: &[(Vec<String>, Vec<String>)]) -> String {
    let mut table = Table::new();
    table.load_style(NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(header.to_vec());
    table.add_rows(rows.iter().map(|(cells, _)| cells.iter().map(|cell| harmless(cell)).collect::<Vec<_>>()));
    table.column_iter_mut().for_each(|column| {
        column.set_padding((0, 2));
    });
    let mut text = String::new();
    let under = std::iter::once(&[][..]).chain(rows.iter().map(|(_, under)| under.as_slice()));
    for (line, under) in table.lines().zip(under) {
        text.push_str(line.trim_end());
        text.push('\n');
        for line in under {
            text.push_str("    ");
            text.push_str(&harmless(line));
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stand_under_their_rows() {
        let row = |cells: [&str; 2], under: &[&str]| {
            (cells.map(str::to_owned).to_vec(), under.iter().map(|line| (*line).to_owned()).collect())
        };
        let text = aligned(&["DATE", "WHO"], &[row(["2025-08-15", "بوتين"], &["why"]), row(["-", "B"], &[])]);
        assert_eq!(text, "DATE        WHO\n2025-08-15  بوتين\n    why\n-           B\n");
    }
}
