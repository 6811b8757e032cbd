//! Which of several people of one name is meant, by the office that stands behind it: محمد إبراهيم، وزير الآثار.

use super::candidate::Form;
use super::kind::MentionType;
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::gazetteer::{Alias, EntityId, EntityKind, OfficeId, Support};
use crate::text::{Clitics, Gap};

impl Reader<'_> {
    /// Of several people who may bear a name the one who holds the office that stands right behind it, where only one does.
    pub(super) fn holder_by_office_behind(
        &self,
        form: Form<'_>,
        candidates: &[(i64, EntityId, MentionType)],
    ) -> Option<(EntityId, MentionType)> {
        let person = |key: EntityId| self.knowledge.gazetteer.get(key).kind == EntityKind::Person;
        if candidates.len() < 2 || !candidates.iter().take(2).all(|&(_, key, _)| person(key)) {
            return None;
        }
        let office = self.office_right_behind(form.hit.end as usize)?;
        let mut holders = candidates.iter().filter(|&&(_, key, _)| self.holds_on_day(key, office));
        let &(_, holder, kind) = holders.next()?;
        holders.next().is_none().then_some((holder, kind))
    }

    /// Whether a name of several words has behind it the office that its bearer holds, as good as a title before it.
    pub(super) fn is_told_by_office_behind(&self, form: Form<'_>, alias: Alias<'_>) -> bool {
        let named = !form.single && alias.support.allows(Support::TITLE) && !alias.support.allows(Support::NEVER);
        named
            && self
                .office_right_behind(form.hit.end as usize)
                .is_some_and(|office| self.holds_on_day(alias.entity, office))
    }

    /// The office that begins at a token, or behind the comma there.
    fn office_right_behind(&self, at: usize) -> Option<OfficeId> {
        let apart = |at: usize| matches!(self.tokens.tokens[at].gap, Gap::Space | Gap::Punct(b','));
        if at >= self.range.1 || !apart(at) || !self.scan.kinds(at).has(Kinds::TITLE) {
            return None;
        }
        let (_, clitics, _, title) = self.title_at(at)?;
        title.office.filter(|_| clitics == Clitics::NONE)
    }

    /// Whether somebody holds an office on the day of the document; on an unknown one, whether he ever did.
    fn holds_on_day(&self, person: EntityId, office: OfficeId) -> bool {
        let mut terms = self.knowledge.gazetteer.offices().of_person(person);
        terms.any(|term| term.office == office && self.date.is_none_or(|day| term.covers(day)))
    }
}
