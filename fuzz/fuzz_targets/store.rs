//! A store of any bytes is opened or refused, never more; and what is put into a good one comes out again.
#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use nisba::relation::Record;
use nisba::store::{Digest, Selection, Store};
use nisba_fuzz::{pipeline, put};

/// A small store, as a file.
fn good() -> &'static [u8] {
    static GOOD: std::sync::LazyLock<Vec<u8>> = std::sync::LazyLock::new(|| {
        let path = put("good.nisba", b"");
        let mut store = Store::create(&path).expect("a store");
        let texts = ["زار ماكرون مصر والتقى السيسي أمس.", "Putin called Trump on Monday. Macron visited Egypt."];
        let mut batch = store.batch().expect("a batch");
        for (number, text) in texts.iter().enumerate() {
            let mut document = nisba_fuzz::document((*text).to_owned());
            document.id = format!("d{number}");
            let record = pipeline().extract(&document);
            let digest = Digest::of_document(&document);
            batch.put(&record, digest, Some(&document.text), pipeline().gazetteer()).expect("kept");
        }
        batch.commit().expect("kept");
        drop(store);
        std::fs::read(&path).expect("the file")
    });
    &GOOD
}

fn ask(path: &std::path::Path) {
    let Ok(store) = Store::open(path) else { return };
    let _ = store.counts();
    let _ = store.newest();
    let _ = store.check();
    let _ = store.records(&Selection::Whole, drop);
    let _ = store.documents_after(None, 10);
    let _ = store.named("ماكرون");
    let _ = store.document("d0");
}

fn change(path: &std::path::Path) {
    let Ok(mut store) = Store::create(path) else { return };
    let Ok(mut batch) = store.batch() else { return };
    let document = nisba_fuzz::document("Lavrov met Fidan in Moscow.".to_owned());
    let record = pipeline().extract(&document);
    if batch.put(&record, Digest::of_document(&document), None, pipeline().gazetteer()).is_ok()
        && batch.remove("d1").is_ok()
    {
        let _ = batch.commit();
    }
}

fn round(records: &[Record]) {
    let path = put("round.nisba", b"");
    let mut store = Store::create(&path).expect("a store");
    let mut batch = store.batch().expect("a batch");
    for record in records {
        let digest = Digest::of_extracted(&serde_json::to_string(record).expect("a line"));
        batch.put(record, digest, None, pipeline().gazetteer()).expect("kept");
    }
    batch.commit().expect("kept");
    assert_eq!(store.check().expect("looked through"), Vec::<String>::new());
    let mut kept = Vec::new();
    store.records(&Selection::Whole, |record| kept.push(record)).expect("read");
    let mut given = records.to_vec();
    given.sort_by(|a, b| a.id.cmp(&b.id));
    kept.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(kept, given);
}

fuzz_target!(|data: &[u8]| {
    let Some((&kind, rest)) = data.split_first() else { return };
    match kind % 4 {
        // Bytes of the good one changed: where, and to what.
        0 | 1 => {
            let mut bytes = good().to_vec();
            for change in rest.chunks_exact(4) {
                let at = u32::from_le_bytes([change[0], change[1], change[2], 0]) as usize % bytes.len();
                bytes[at] = change[3];
            }
            if kind & 8 != 0 {
                bytes.truncate(bytes.len() * usize::from(kind) / 256);
            }
            let path = put("changed.nisba", &bytes);
            ask(&path);
            if kind & 1 == 1 {
                change(&path);
            }
        }
        2 => ask(&put("any.nisba", rest)),
        _ => {
            if let Ok(records) = nisba_fuzz::records(&mut Unstructured::new(rest)) {
                round(&records);
            }
        }
    }
    for end in ["changed.nisba-wal", "changed.nisba-shm", "round.nisba-wal", "round.nisba-shm"] {
        let _ = std::fs::remove_file(put(end, b""));
    }
});
