//! JSON Lines of events: one relation a line, sorted by time, document and place in it.
//!
//! ```json
//! {"event_id": "e1", "subject": "Q7747", "subject_label": "…", "object": "Q22686", "object_label": "…",
//!  "predicate": "met", "family": "contact", "cameo_root": "04", "cameo_code": "040", "quad_class": 1,
//!  "plover_type": "CONSULT", "plover_mode": null, "status": "happened", "first_date": "2025-08-15",
//!  "date_precision": "day", "evidence": "…", "evidence_document": "d1", "evidence_start": 120, "evidence_end": 260}
//! ```
//!
//! `cameo_root`, `cameo_code` and `quad_class` are those of Phoenix, ICEWS and GDELT, `plover_type` and
//! `plover_mode` those of POLECAT: [`Coding`](crate::relation::Coding), `docs/event-codes.md`.
//! What is not known is `null`. Offsets count Unicode code points of the document's text. Of a graph
//! of the aggregated grain, one edge is a line, with its weight and best evidence.

use std::io;

use super::Options;
use super::node_link::object;
use super::row::{self, Value};
use crate::graph::KnowledgeGraph;

pub(super) fn write(graph: &KnowledgeGraph, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    for row in row::edges(graph, options.lang) {
        let mut fields = vec![
            ("event_id", Value::Text(Some((&*row.id).into()))),
            ("subject", Value::Text(Some((&*row.source).into()))),
            ("subject_label", Value::Text(Some((&*row.source_label).into()))),
            ("object", Value::Text(Some((&*row.target).into()))),
            ("object_label", Value::Text(Some((&*row.target_label).into()))),
            ("label", Value::Text(Some((&*row.label).into()))),
            ("weight", Value::Real(Some(row.weight))),
        ];
        fields.extend(row.fields());
        object(&fields, out)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
