//! How a predicate or a status is worded for a reader: on the edges of a picture, in a table.

use super::{Predicate, Status};
use crate::document::Lang;

impl Predicate {
    /// Returns the words for a reader, to stand between the subject and the object.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        let (arabic, english) = match self {
            Predicate::Called => ("اتصل بـ", "called"),
            Predicate::Met => ("التقى", "met"),
            Predicate::Hosted => ("استقبل", "hosted"),
            Predicate::Visited => ("زار", "visited"),
            Predicate::TalkedWith => ("تباحث مع", "talked with"),
            Predicate::NegotiatedWith => ("تفاوض مع", "negotiated with"),
            Predicate::WroteTo => ("كتب إلى", "wrote to"),
            Predicate::Briefed => ("أطلع", "briefed"),
            Predicate::AgreedWith => ("اتفق مع", "agreed with"),
            Predicate::Supported => ("دعم", "supported"),
            Predicate::Praised => ("أشاد بـ", "praised"),
            Predicate::Aided => ("ساعد", "aided"),
            Predicate::Mediated => ("توسط لدى", "mediated with"),
            Predicate::Promised => ("تعهد لـ", "promised"),
            Predicate::DemandedOf => ("طالب", "demanded of"),
            Predicate::Criticised => ("انتقد", "criticised"),
            Predicate::Rejected => ("رفض طلب", "rejected"),
            Predicate::Threatened => ("هدد", "threatened"),
            Predicate::Sanctioned => ("عاقب", "sanctioned"),
            Predicate::Attacked => ("هاجم", "attacked"),
            Predicate::Seized => ("سيطر على", "seized"),
            Predicate::HoldsOffice => ("له منصب في", "holds office in"),
            Predicate::CoOccurs => ("ذكر مع", "named with"),
        };
        match lang {
            Lang::Ar => arabic,
            Lang::En => english,
        }
    }
}

impl Status {
    /// Returns the word for a reader.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        let (arabic, english) = match self {
            Status::Happened => ("حدث", "happened"),
            Status::Planned => ("مقرر", "planned"),
            Status::Possible => ("محتمل", "possible"),
            Status::Denied => ("منفي", "denied"),
        };
        match lang {
            Lang::Ar => arabic,
            Lang::En => english,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn labels_are_distinct_in_each_language() {
        for lang in [Lang::Ar, Lang::En] {
            let seen: BTreeSet<_> = Predicate::ALL.iter().map(|p| p.label(lang)).collect();
            assert_eq!(seen.len(), Predicate::ALL.len());
        }
    }
}
