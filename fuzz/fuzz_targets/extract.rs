//! Any text is read, and its record keeps what every record promises.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nisba_fuzz::{check_record, document, pipeline};

fuzz_target!(|data: &[u8]| {
    let document = document(nisba_fuzz::text(data));
    let record = pipeline().extract(&document);
    check_record(&document.text, &record);
    // With a trace the same is found; it costs more, so that a part of the texts will do.
    if data.len() % 16 == 0 {
        let _ = pipeline().explain(&document);
        let _ = pipeline().unlisted(&document);
        assert_eq!(pipeline().hits(&document).record, record);
    }
});
