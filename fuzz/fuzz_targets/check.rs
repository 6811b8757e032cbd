//! Files of any bytes under any name, checked for every reader: there is a report, and it says the same twice.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nisba::export::check::{Reader, check};

const NAMES: [&str; 8] =
    ["g.gexf", "g.graphml", "g.dot", "g.nodes.csv", "g.edges.csv", "g.json", "g.relationships.csv", "g"];

fuzz_target!(|data: &[u8]| {
    let Some((&name, bytes)) = data.split_first() else { return };
    let name = NAMES[usize::from(name) % NAMES.len()];
    for &reader in Reader::ALL {
        let report = check(&[(name, bytes)], reader);
        assert!(report.findings.is_sorted_by_key(|finding| finding.severity));
        let lines = bytes.iter().filter(|&&byte| byte == b'\n' || byte == b'\r').count() + 1;
        for finding in &report.findings {
            assert!(finding.line.is_none_or(|line| line > 0 && line <= lines), "{finding:?}");
            assert!(finding.count > 0 && !finding.what.is_empty() && !finding.fix.is_empty());
        }
    }
    // The two halves of a file as two files that belong together.
    let (nodes, edges) = bytes.split_at(bytes.len() / 2);
    let both = check(&[("g.nodes.csv", nodes), ("g.edges.csv", edges)], Reader::Gephi);
    assert_eq!(both.files.len(), 2);
});
