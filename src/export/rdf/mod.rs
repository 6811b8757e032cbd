//! RDF: Turtle, N-Quads (a graph a document) and JSON-LD.
//!
//! ```turtle
//! nr:ar-1_0_Q22686_met_Q7747_happened a sem:Event, schema:InteractAction ;
//!   rdfs:label "Donald Trump met Vladimir Putin"@en ;
//!   sem:eventType nv:met ; nv:family nv:contact ; nv:status nv:happened ;
//!   sem:hasActor wd:Q22686, wd:Q7747 ; schema:participant wd:Q22686, wd:Q7747 ;
//!   sem:hasTimeStamp "2025-08-15"^^xsd:date ; nv:confidence 0.9 ;
//!   prov:wasDerivedFrom nr:….evidence ; prov:wasGeneratedBy nv:extraction .
//! nr:….evidence a oa:SpecificResource ; oa:hasSource nd:ar-1 ;
//!   oa:hasSelector nr:….position, nr:….quote .
//! nr:….position a oa:TextPositionSelector ; oa:start 0 ; oa:end 33 .
//! nr:….quote a oa:TextQuoteSelector ; oa:exact "التقى بوتين ترامب"@ar .
//! ```
//!
//! - `schema:agent` and `schema:recipient` where the direction is told, else `schema:participant` twice.
//! - A month is an `xsd:gYearMonth` and a year an `xsd:gYear`.
//! - Offsets count Unicode code points of the document's text, half-open, as Web Annotation has them.
//! - There are no blank nodes: the same graph gives the same bytes, and graphs may be put together.
//! - What is planned, possible or denied is an event, too, and says so: ask for `nv:status nv:happened`.
//! - Our words are described in `docs/vocabulary.ttl`.
//! - RDF 1.2 on request: texts have their direction (`"بوتين"@ar--rtl`), and a relation reifies its triple
//!   (`rdf:reifies <<( wd:Q7747 nv:called wd:Q22686 )>>`), which JSON-LD has no form for.
//!
//! **Source:** SEM (van Hage et al. 2011), schema.org, PROV-O (W3C 2013), Web Annotation Vocabulary (W3C 2017).

pub(super) mod iri;
mod triples;

use std::io;

use oxjsonld::JsonLdSerializer;
use oxttl::{NQuadsSerializer, TurtleSerializer};
use triples::{PREFIXES, Version, each};

use super::Options;
use crate::graph::KnowledgeGraph;

pub(super) fn write_turtle(graph: &KnowledgeGraph, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let mut serializer = TurtleSerializer::new();
    for (prefix, space) in PREFIXES {
        serializer = serializer.with_prefix(prefix, space).map_err(io::Error::other)?;
    }
    let mut writer = serializer.for_writer(out);
    each(graph, version(options), &mut |quad| writer.serialize_triple(quad.as_ref()))?;
    writer.finish()?;
    Ok(())
}

pub(super) fn write_nquads(graph: &KnowledgeGraph, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let mut writer = NQuadsSerializer::new().for_writer(out);
    each(graph, version(options), &mut |quad| writer.serialize_quad(quad.as_ref()))?;
    writer.finish();
    Ok(())
}

pub(super) fn write_jsonld(graph: &KnowledgeGraph, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let mut serializer = JsonLdSerializer::new();
    for (prefix, space) in PREFIXES {
        serializer = serializer.with_prefix(prefix, space).map_err(io::Error::other)?;
    }
    let mut writer = serializer.for_writer(&mut *out);
    let version = if options.rdf_12 { Version::V12Labels } else { Version::V11 };
    each(graph, version, &mut |mut quad| {
        quad.graph_name = oxrdf::GraphName::DefaultGraph;
        writer.serialize_quad(quad.as_ref())
    })?;
    writer.finish()?;
    out.write_all(b"\n")
}

fn version(options: &Options) -> Version {
    if options.rdf_12 { Version::V12 } else { Version::V11 }
}
