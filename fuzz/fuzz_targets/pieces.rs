//! News in pieces: runs of words of our own sentences, joined anywhere, are read, and the record keeps what every record
//! promises.
#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use nisba_fuzz::{check_record, document, pieces, pipeline};

fuzz_target!(|data: &[u8]| {
    let text = pieces(&mut Unstructured::new(data)).unwrap_or_default();
    let document = document(text);
    check_record(&document.text, &pipeline().extract(&document));
});
