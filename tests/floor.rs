//! Figures that may rise and not fall: what a test reaches, against what the project holds.

use std::collections::BTreeMap;
use std::path::Path;

use super::blessing;

/// Compares `reached` with the floor in `file` (columns `figure,f1` or the like), which must name the same figures.
///
/// With `NISBA_BLESS=1` the floor is raised to what is reached, rounded down to three digits; it is never lowered.
///
/// # Panics
/// When a figure lies below its floor.
#[track_caller]
pub(crate) fn hold(file: &str, reached: &[(&str, f64)]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
    let header = reader.headers().unwrap().clone();
    let floor: BTreeMap<String, f64> = reader.deserialize().map(|row| row.unwrap()).collect();
    let names = |name: &(&str, f64)| floor.contains_key(name.0);
    assert!(reached.iter().all(names) && reached.len() == floor.len(), "{file} names other figures");
    if blessing() {
        let mut writer = csv::Writer::from_path(&path).unwrap();
        writer.write_record(&header).unwrap();
        for &(name, value) in reached {
            let raised = floor[name].max((value * 1000.0).floor() / 1000.0);
            writer.write_record([name, &format!("{raised:.3}")]).unwrap();
        }
        writer.flush().unwrap();
    }
    let low: Vec<String> = reached
        .iter()
        .filter(|(name, value)| *value < floor[*name])
        .map(|(name, value)| format!("  {name}: {value:.4}, and the floor is {:.3}", floor[*name]))
        .collect();
    assert!(low.is_empty(), "below {file}:\n{}", low.join("\n"));
}
