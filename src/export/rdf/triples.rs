//! What a graph says, as quads: first the entities, then each relation with its evidence and document.
//!
//! Quads of one subject stand together. Those of a relation stand in the graph of its document; entities and the program
//! stand in the default graph.

use std::collections::BTreeSet;

use oxrdf::vocab::{rdf, rdfs, xsd};
use oxrdf::{BaseDirection, GraphName, Literal, NamedNode, Quad, Term, Triple};

use super::iri;
use crate::document::{DatePrecision, Lang, PartialDate};
use crate::gazetteer::EntityKind;
use crate::graph::{Edge, EdgeRef, Evidence, Grain, KnowledgeGraph, Node, Office};
use crate::relation::Predicate;

const SEM: &str = "http://semanticweb.cs.vu.nl/2009/11/sem/";
const SCHEMA: &str = "https://schema.org/";
const PROV: &str = "http://www.w3.org/ns/prov#";
const OA: &str = "http://www.w3.org/ns/oa#";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const OWL: &str = "http://www.w3.org/2002/07/owl#";

/// The prefixes of all that is written.
pub(super) const PREFIXES: [(&str, &str); 13] = [
    ("nv", iri::VOCABULARY),
    ("ne", iri::ENTITY),
    ("nd", iri::DOCUMENT),
    ("nr", iri::RELATION),
    ("wd", iri::WIKIDATA),
    ("sem", SEM),
    ("schema", SCHEMA),
    ("prov", PROV),
    ("oa", OA),
    ("skos", SKOS),
    ("owl", OWL),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// How much of RDF 1.2 is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// RDF 1.1.
    V11,
    /// Labels with their direction, and triples as terms.
    V12,
    /// Labels with their direction.
    V12Labels,
}

/// Collects the quads of one graph after the other.
struct Quads<'s> {
    version: Version,
    graph: GraphName,
    put: &'s mut dyn FnMut(Quad) -> std::io::Result<()>,
}

/// Hands every quad on, in a fixed order.
pub(super) fn each(
    graph: &KnowledgeGraph,
    version: Version,
    put: &mut dyn FnMut(Quad) -> std::io::Result<()>,
) -> std::io::Result<()> {
    let mut quads = Quads { version, graph: GraphName::DefaultGraph, put };
    let program = iri::word("nisba");
    quads.add(&program, rdf::TYPE.into_owned(), node(PROV, "SoftwareAgent"))?;
    quads.add(&program, rdfs::LABEL.into_owned(), Literal::new_simple_literal("Nisba"))?;
    let extraction = iri::word("extraction");
    quads.add(&extraction, rdf::TYPE.into_owned(), node(PROV, "Activity"))?;
    quads.add(&extraction, node(PROV, "wasAssociatedWith"), program)?;
    for entity in graph.nodes() {
        quads.entity(entity)?;
    }
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut documents: BTreeSet<NamedNode> = BTreeSet::new();
    for edge in graph.edges() {
        let name = iri::relation(edge, graph.grain(), &mut used);
        let document = iri::document(&edge.edge.evidence.document);
        quads.graph = GraphName::NamedNode(document.clone());
        quads.relation(&name, edge, graph.grain())?;
        quads.evidence(&name, &edge.edge.evidence, &document)?;
        if documents.insert(document.clone()) {
            quads.document(&document, &edge.edge.evidence)?;
        }
    }
    Ok(())
}

fn node(space: &str, local: &str) -> NamedNode {
    iri::named(space, local)
}

impl Quads<'_> {
    fn add(&mut self, subject: &NamedNode, predicate: NamedNode, object: impl Into<Term>) -> std::io::Result<()> {
        (self.put)(Quad::new(subject.clone(), predicate, object, self.graph.clone()))
    }

    /// Adds a text where there is one.
    fn text(&mut self, subject: &NamedNode, predicate: NamedNode, text: &str, lang: Lang) -> std::io::Result<()> {
        if text.is_empty() { Ok(()) } else { self.add(subject, predicate, self.literal(text, lang)) }
    }

    fn literal(&self, text: &str, lang: Lang) -> Literal {
        let (tag, direction) = match lang {
            Lang::Ar => ("ar", BaseDirection::Rtl),
            Lang::En => ("en", BaseDirection::Ltr),
        };
        match self.version {
            Version::V11 => Literal::new_language_tagged_literal_unchecked(text, tag),
            Version::V12 | Version::V12Labels => {
                Literal::new_directional_language_tagged_literal_unchecked(text, tag, direction)
            }
        }
    }

    fn entity(&mut self, entity: &Node) -> std::io::Result<()> {
        let name = iri::entity(&entity.id);
        self.add(&name, rdf::TYPE.into_owned(), node(SCHEMA, class_of(entity.kind)))?;
        self.add(
            &name,
            iri::word("kind"),
            Literal::new_simple_literal(entity.kind.map_or("unknown", EntityKind::name)),
        )?;
        self.add(&name, node(SCHEMA, "identifier"), Literal::new_simple_literal(&*entity.id))?;
        self.text(&name, rdfs::LABEL.into_owned(), &entity.name_ar, Lang::Ar)?;
        self.text(&name, rdfs::LABEL.into_owned(), &entity.name_en, Lang::En)?;
        for alias in &entity.aliases {
            self.text(&name, node(SKOS, "altLabel"), &alias.text, alias.lang)?;
        }
        if let Some(country) = &entity.country {
            self.add(&name, iri::word("country"), iri::entity(country))?;
        }
        let wikidata = iri::entity(&entity.wikidata);
        if !entity.wikidata.is_empty() && wikidata != name {
            self.add(&name, node(OWL, "sameAs"), wikidata)?;
        }
        self.add(&name, iri::word("mentions"), Literal::from(entity.mentions))?;
        self.add(&name, iri::word("documents"), Literal::from(entity.documents))?;
        self.add(&name, iri::word("isNew"), Literal::from(entity.is_new))?;
        let offices: Vec<NamedNode> = (1..=entity.offices.len())
            .map(|number| iri::named(iri::ENTITY, &format!("{}_office_{number}", entity.id)))
            .collect();
        for office in &offices {
            self.add(&name, iri::word("holdsTerm"), office.clone())?;
        }
        for (name, office) in offices.iter().zip(&entity.offices) {
            self.office(name, office)?;
        }
        Ok(())
    }

    fn office(&mut self, name: &NamedNode, office: &Office) -> std::io::Result<()> {
        self.add(name, rdf::TYPE.into_owned(), node(SCHEMA, "Role"))?;
        self.add(name, iri::word("office"), Literal::new_simple_literal(&office.key))?;
        self.text(name, node(SCHEMA, "roleName"), &office.title_ar, Lang::Ar)?;
        self.text(name, node(SCHEMA, "roleName"), &office.title_en, Lang::En)?;
        if let Some(of) = &office.of {
            self.add(name, iri::word("officeOf"), iri::entity(of))?;
        }
        for (property, date) in [("startDate", office.start), ("endDate", office.end)] {
            if let Some(date) = date {
                self.add(name, node(SCHEMA, property), day(date))?;
            }
        }
        Ok(())
    }

    fn relation(&mut self, local: &str, edge: EdgeRef<'_>, grain: Grain) -> std::io::Result<()> {
        let name = node(iri::RELATION, local);
        let data: &Edge = edge.edge;
        let predicate = data.predicate;
        let (subject, object) = (iri::entity(&edge.subject.id), iri::entity(&edge.object.id));
        self.add(&name, rdf::TYPE.into_owned(), node(SEM, "Event"))?;
        if let Some(action) = action_of(predicate) {
            self.add(&name, rdf::TYPE.into_owned(), node(SCHEMA, action))?;
        }
        let words =
            |lang| format!("{} {} {}", edge.subject.label(lang), predicate.label(lang), edge.object.label(lang));
        for lang in [Lang::Ar, Lang::En] {
            self.text(&name, rdfs::LABEL.into_owned(), &words(lang), lang)?;
        }
        self.add(&name, node(SEM, "eventType"), iri::word(predicate.name()))?;
        self.add(&name, iri::word("family"), iri::word(predicate.family().name()))?;
        self.add(&name, iri::word("status"), iri::word(data.status.name()))?;
        self.add(&name, node(SEM, "hasActor"), subject.clone())?;
        if subject != object {
            self.add(&name, node(SEM, "hasActor"), object.clone())?;
        }
        let parts = if data.is_directed() { ["agent", "recipient"] } else { ["participant", "participant"] };
        self.add(&name, node(SCHEMA, parts[0]), subject.clone())?;
        if data.is_directed() || subject != object {
            self.add(&name, node(SCHEMA, parts[1]), object.clone())?;
        }
        for date in &data.dates {
            self.add(&name, node(SEM, "hasTimeStamp"), day(*date))?;
        }
        if let Some(place) = &data.evidence.place {
            self.add(&name, node(SEM, "hasPlace"), iri::entity(place))?;
        }
        if let Some(source) = &data.evidence.attribution {
            self.add(&name, node(PROV, "wasAttributedTo"), iri::entity(source))?;
        }
        if let Some(confidence) = data.evidence.confidence {
            let digits = Literal::new_typed_literal(confidence.to_string(), xsd::DECIMAL);
            self.add(&name, iri::word("confidence"), digits)?;
        }
        if grain == Grain::Aggregated {
            self.add(&name, iri::word("weight"), Literal::from(data.weight))?;
            for document in data.documents.keys() {
                self.add(&name, iri::word("toldBy"), iri::document(document))?;
            }
        }
        self.add(&name, node(PROV, "wasDerivedFrom"), evidence_name(local))?;
        self.add(&name, node(PROV, "wasGeneratedBy"), iri::word("extraction"))?;
        // The ends of a relation without a direction stand in the order of their ids, and say nothing.
        if self.version == Version::V12 && data.direction_known {
            let told = Triple::new(subject, iri::word(predicate.name()), object);
            let reifies = NamedNode::new_unchecked("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies");
            self.add(&name, reifies, Term::Triple(Box::new(told)))?;
        }
        Ok(())
    }

    fn evidence(&mut self, local: &str, evidence: &Evidence, document: &NamedNode) -> std::io::Result<()> {
        let name = evidence_name(local);
        let (position, quote) = (part_name(local, "position"), part_name(local, "quote"));
        self.add(&name, rdf::TYPE.into_owned(), node(OA, "SpecificResource"))?;
        self.add(&name, node(OA, "hasSource"), document.clone())?;
        self.add(&name, node(OA, "hasSelector"), position.clone())?;
        if evidence.sentence.is_some() {
            self.add(&name, node(OA, "hasSelector"), quote.clone())?;
        }
        if let Some(trigger) = evidence.trigger_text() {
            self.text(&name, iri::word("trigger"), &trigger, evidence.lang)?;
        }
        if let Some(rule) = &evidence.rule {
            self.add(&name, iri::word("rule"), Literal::new_simple_literal(&**rule))?;
        }
        self.add(&position, rdf::TYPE.into_owned(), node(OA, "TextPositionSelector"))?;
        self.add(&position, node(OA, "start"), count(evidence.span.start))?;
        self.add(&position, node(OA, "end"), count(evidence.span.end))?;
        if let Some(sentence) = &evidence.sentence {
            self.add(&quote, rdf::TYPE.into_owned(), node(OA, "TextQuoteSelector"))?;
            self.text(&quote, node(OA, "exact"), sentence, evidence.lang)?;
        }
        Ok(())
    }

    fn document(&mut self, name: &NamedNode, evidence: &Evidence) -> std::io::Result<()> {
        self.add(name, rdf::TYPE.into_owned(), node(SCHEMA, "NewsArticle"))?;
        self.add(name, node(SCHEMA, "identifier"), Literal::new_simple_literal(&*evidence.document))?;
        let lang = if evidence.lang == Lang::Ar { "ar" } else { "en" };
        self.add(name, node(SCHEMA, "inLanguage"), Literal::new_simple_literal(lang))?;
        if let Some(title) = &evidence.title {
            self.text(name, node(SCHEMA, "headline"), title, evidence.lang)?;
        }
        if let Some(date) = evidence.document_date {
            self.add(name, node(SCHEMA, "datePublished"), day(PartialDate::day(date)))?;
        }
        if let Some(url) = &evidence.url {
            // What is no address of the web stays a text.
            let url = iri::address(url).map_or_else(|| Literal::new_simple_literal(url).into(), Term::from);
            self.add(name, node(SCHEMA, "url"), url)?;
        }
        if let Some(publisher) = &evidence.publisher {
            self.add(name, node(SCHEMA, "publisher"), Literal::new_simple_literal(publisher))?;
        }
        Ok(())
    }
}

fn evidence_name(local: &str) -> NamedNode {
    part_name(local, "evidence")
}

fn part_name(local: &str, part: &str) -> NamedNode {
    node(iri::RELATION, &format!("{local}.{part}"))
}

fn count(number: usize) -> Literal {
    Literal::new_typed_literal(number.to_string(), xsd::NON_NEGATIVE_INTEGER)
}

/// A day, a month or a year, each with its own type: an `xsd:date` without a day is none.
fn day(date: PartialDate) -> Literal {
    let kind = match date.precision() {
        DatePrecision::Day => xsd::DATE,
        DatePrecision::Month => xsd::G_YEAR_MONTH,
        DatePrecision::Year => xsd::G_YEAR,
    };
    Literal::new_typed_literal(date.to_string(), kind)
}

fn class_of(kind: Option<EntityKind>) -> &'static str {
    match kind {
        Some(EntityKind::Person) => "Person",
        Some(EntityKind::Country) => "Country",
        Some(EntityKind::City) => "City",
        Some(EntityKind::Region) => "AdministrativeArea",
        Some(EntityKind::Organisation) => "Organization",
        None => "Thing",
    }
}

/// Returns the action of schema.org that a predicate is, where there is one.
///
/// **Source:** <https://schema.org/Action>.
fn action_of(predicate: Predicate) -> Option<&'static str> {
    Some(match predicate {
        Predicate::Called | Predicate::TalkedWith | Predicate::NegotiatedWith => "CommunicateAction",
        Predicate::WroteTo | Predicate::Briefed => "InformAction",
        Predicate::Met | Predicate::Hosted => "InteractAction",
        Predicate::Visited => "TravelAction",
        Predicate::AgreedWith => "AgreeAction",
        Predicate::Supported | Predicate::Praised => "EndorseAction",
        Predicate::Aided => "GiveAction",
        Predicate::DemandedOf => "AskAction",
        Predicate::Criticised => "DisagreeAction",
        Predicate::Rejected => "RejectAction",
        _ => return None,
    })
}
