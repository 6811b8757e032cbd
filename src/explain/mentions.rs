//! How each mention was linked, and what lost.

use std::cmp::Reverse;

use super::{Explainer, Link, MentionReading, Other, Reason, Unlinked, reason};
use crate::gazetteer::{EntityId, OfficeId, RowRef, Term};
use crate::lexicon::Class;
use crate::mention::{Candidate, Fate, Found, Loss, MentionType, NameTrial, Referent};
use crate::relation::{Relation, named_by_relations};
use crate::text::Span;

/// No more of those who held an office on another day are told.
const MOST_FORMER: usize = 3;

impl Explainer<'_> {
    /// Returns the mentions of the document in order.
    pub(super) fn mentions(&self, relations: &[Relation]) -> Vec<(Span, MentionReading)> {
        let parties = named_by_relations(&self.reader.mentions, relations);
        let mut found: Vec<Found> = self.reader.mentions.iter().chain(&parties).copied().collect();
        // What holds another stands before it.
        found.sort_by_key(|found| (found.span.start, Reverse(found.span.end), found.referent, found.kind));
        found.dedup();
        let read = |found: &Found| {
            let mut reading = self.mention(*found);
            if parties.contains(found) {
                reading.link = Link::Party;
            }
            (found.span, reading)
        };
        found.iter().map(read).collect()
    }

    fn mention(&self, found: Found) -> MentionReading {
        let (link, others) = match (found.kind, found.referent) {
            (MentionType::Title, who) => self.by_title(found.span, who),
            (MentionType::Demonym, Referent::Known(country)) => (self.by_demonym(found.span, country), Vec::new()),
            (_, who) => self.by_name(found.span, who),
        };
        MentionReading {
            quote: self.quote(found.span),
            entity: self.who(found.referent),
            kind: found.kind,
            link,
            others,
        }
    }

    fn by_demonym(&self, span: Span, country: EntityId) -> Link {
        let index = self.reader.demonym_in(span, country);
        Link::Demonym { row: index.map(|index| self.reader.knowledge().gazetteer.demonym_row(index)) }
    }

    fn by_name(&self, span: Span, who: Referent) -> (Link, Vec<Other>) {
        let tried = self.names.names_at(span);
        let Referent::Known(key) = who else {
            let how = self.names.newcomer(span, who).map(|how| reason!(how));
            let link = how.map_or(Link::NamedBefore, |how| Link::Newcomer { how });
            return (link, self.others(tried.iter().filter(|trial| trial.span.start == span.start), None));
        };
        let own = tried.iter().filter(|trial| trial.chosen == Some(key)).max_by_key(|trial| trial.span.end);
        let fits = own.and_then(|trial| {
            let mut own = trial.candidates.iter().filter(|candidate| candidate.entity == key);
            own.find_map(|candidate| match candidate.fate {
                Fate::Fits(ground) => Some((candidate.alias as usize, ground)),
                Fate::Lost(_) => None,
            })
        });
        let start = own.map_or(span.start, |trial| trial.span.start);
        let at_start = || tried.iter().filter(|trial| trial.span.start == start);
        let gazetteer = &self.reader.knowledge().gazetteer;
        let link = match (fits, self.names.newcomer(span, who)) {
            (Some((alias, ground)), _) => Link::Name {
                alias: gazetteer.alias(alias as u32).text.to_string(),
                row: gazetteer.alias_row(alias),
                ground: reason!(ground),
            },
            (None, Some(how)) => Link::Newcomer { how: reason!(how) },
            // The adjective of a body, which names it.
            (None, None) if self.reader.demonym_in(span, key).is_some() => self.by_demonym(span, key),
            (None, None) => Link::NamedBefore,
        };
        let same = own.map(|own| own.span);
        let others = at_start().filter(|trial| same.is_none_or(|own| trial.span != own || trial.chosen == Some(key)));
        (link, self.others(others, Some(key)))
    }

    /// The entities that forms may mean, but for the one chosen, each once.
    fn others<'t>(&self, tried: impl Iterator<Item = &'t NameTrial>, chosen: Option<EntityId>) -> Vec<Other> {
        let mut out: Vec<(EntityId, Other)> = Vec::new();
        for candidate in tried.flat_map(|trial| &trial.candidates) {
            let known = Some(candidate.entity) == chosen || out.iter().any(|(key, _)| *key == candidate.entity);
            let loss = match candidate.fate {
                Fate::Lost(loss) if !known => loss,
                _ => continue,
            };
            out.push((candidate.entity, self.other(candidate, loss)));
        }
        out.into_iter().map(|(_, other)| other).collect()
    }

    fn other(&self, candidate: &Candidate, loss: Loss) -> Other {
        let gazetteer = &self.reader.knowledge().gazetteer;
        let alias = candidate.alias as usize;
        Other {
            entity: self.who(Referent::Known(candidate.entity)),
            alias: gazetteer.alias(alias as u32).text.to_string(),
            row: gazetteer.alias_row(alias),
            why: reason!(loss),
            support: gazetteer.alias(alias as u32).support.to_string(),
            score: candidate.score,
            held: None,
        }
    }

    fn by_title(&self, span: Span, who: Referent) -> (Link, Vec<Other>) {
        let gazetteer = &self.reader.knowledge().gazetteer;
        let trial = self.names_title(span, true);
        let title = self.reader.title_in(span).map(|index| gazetteer.title_row(index));
        let row = title.or_else(|| self.counterpart_row(self.tokens_of(span)));
        let term = trial.and_then(|(office, of, _)| match who {
            Referent::Known(person) => self.term(person, office, of),
            Referent::New(_) => None,
        });
        let others = trial.map_or_else(Vec::new, |(office, of, _)| self.holders_of_other_days(office, of, who));
        let link = Link::Title {
            row,
            office: trial.map(|(office, ..)| gazetteer.offices().name(office).to_owned()),
            of: trial.and_then(|(_, of, _)| of).map(|of| self.who(Referent::Known(of))),
            holding: trial.and_then(|(.., holding)| holding).map(|holding| reason!(holding)),
            term: term.map(|index| gazetteer.term_row(index)),
        };
        (link, others)
    }

    /// The tokens of a span.
    fn tokens_of(&self, span: Span) -> (usize, usize) {
        let tokens = &self.tokens.tokens;
        let from = tokens.partition_point(|token| token.span.end <= span.start);
        (from, tokens.partition_point(|token| token.span.start < span.end))
    }

    /// The row of the word "counterpart" among tokens, which names an office without its title.
    pub(super) fn counterpart_row(&self, (from, to): (usize, usize)) -> Option<RowRef> {
        let entry = (from..to).find_map(|at| self.reader.entry_at(at, |class| class == Class::Counterpart))?;
        self.reader.knowledge().lexicon.entry_row(entry)
    }

    /// The title that was read at a span: its office, whose it is, and by what it is held.
    fn names_title(
        &self,
        span: Span,
        held: bool,
    ) -> Option<(OfficeId, Option<EntityId>, Option<crate::mention::Holding>)> {
        let titles = self.names.titles();
        let own = titles.iter().rev().find(|trial| trial.span == span && trial.holder.is_ok() == held)?;
        Some((own.office, own.of, own.holder.ok()))
    }

    /// The place of the row that gives a person an office on the document's day: that office, else another of the same body.
    fn term(&self, person: EntityId, office: OfficeId, of: Option<EntityId>) -> Option<usize> {
        let terms = self.reader.knowledge().gazetteer.offices().terms();
        let on_day = |term: &Term| self.reader.date.is_none_or(|day| term.covers(day));
        let own = |same: bool| {
            terms.iter().position(|term| {
                term.person == person
                    && on_day(term)
                    && (!same || term.office == office)
                    && of.is_none_or(|of| term.of == Some(of))
            })
        };
        own(true).or_else(|| own(false))
    }

    /// Who held the office on another day, those nearest to the document's first.
    fn holders_of_other_days(&self, office: OfficeId, of: Option<EntityId>, who: Referent) -> Vec<Other> {
        let gazetteer = &self.reader.knowledge().gazetteer;
        let Some((of, day)) = of.zip(self.reader.date) else { return Vec::new() };
        let mut others: Vec<(i32, usize, &Term)> = gazetteer
            .offices()
            .terms()
            .iter()
            .enumerate()
            .filter(|(_, term)| term.office == office && term.of == Some(of) && Referent::Known(term.person) != who)
            .filter(|(_, term)| !term.covers(day))
            .map(|(index, term)| {
                let after = term.start.map_or(0, |start| (start.first_day() - day).get_days());
                let before = term.end.map_or(0, |end| (day - end.last_day()).get_days());
                (after.max(before), index, term)
            })
            .collect();
        others.sort_by_key(|&(far, index, _)| (far, index));
        let date = |date: Option<crate::document::PartialDate>| date.map_or("?".to_owned(), |date| date.to_string());
        others
            .into_iter()
            .take(MOST_FORMER)
            .map(|(_, index, term)| Other {
                entity: self.who(Referent::Known(term.person)),
                alias: gazetteer.offices().name(office).to_owned(),
                row: gazetteer.term_row(index),
                why: reason!(Loss::AnotherDay),
                support: String::new(),
                score: None,
                held: Some(format!("{} to {}", date(term.start), date(term.end))),
            })
            .collect()
    }

    /// Returns the names and titles that are linked to nobody, in order.
    pub(super) fn unlinked(&self) -> Vec<(Span, Unlinked)> {
        let touches = |span: Span| {
            self.reader.mentions.iter().any(|found| found.span.start < span.end && span.start < found.span.end)
        };
        let gazetteer = &self.reader.knowledge().gazetteer;
        let mut out: Vec<(Span, Unlinked)> = Vec::new();
        for trial in self.names.titles() {
            let Err(vacancy) = trial.holder else { continue };
            let linked = self.reader.mentions.iter().any(|found| {
                found.kind == MentionType::Title
                    && found.span.start <= trial.span.start
                    && trial.span.end <= found.span.end
            });
            if linked || out.iter().any(|(span, _)| *span == trial.span) {
                continue;
            }
            let unlinked = Unlinked {
                quote: self.quote(trial.span),
                office: Some(gazetteer.offices().name(trial.office).to_owned()),
                of: trial.of.map(|of| self.who(Referent::Known(of))),
                vacancy: Some(reason!(vacancy)),
                row: self.reader.title_in(trial.span).map(|index| gazetteer.title_row(index)),
                lexical: false,
                others: self.holders_of_other_days(trial.office, trial.of, Referent::New(u32::MAX)),
            };
            out.push((trial.span, unlinked));
        }
        let names = self.names.names();
        for trial in names.iter().filter(|trial| trial.chosen.is_none() && !touches(trial.span)) {
            if out.iter().any(|(span, other)| *span == trial.span && other.office.is_none()) {
                continue;
            }
            let linked = names.iter().any(|other| other.span == trial.span && other.chosen.is_some());
            let same = names.iter().filter(|other| other.span == trial.span && other.chosen.is_none());
            let others = self.others(same, None);
            if linked || others.is_empty() {
                continue;
            }
            let quote = self.quote(trial.span);
            let (lexical, vacancy) = (trial.lexical, None);
            let unlinked = Unlinked { quote, office: None, of: None, vacancy, row: None, lexical, others };
            out.push((trial.span, unlinked));
        }
        out.sort_by_key(|(span, _)| (span.start, span.end));
        out
    }
}
