//! The words of each service of the catalogue, by its id.

use crate::i18n::Texts;

impl Texts {
    /// The name of a service of the catalogue.
    pub fn service(&self, id: &str) -> String {
        self.of_catalogue(&format!("service-{id}"))
    }

    /// For whom a service is.
    pub fn service_whom(&self, id: &str) -> String {
        self.of_catalogue(&format!("service-{id}-whom"))
    }

    /// What is needed before a service of the catalogue.
    pub fn service_need(&self, id: &str) -> String {
        self.of_catalogue(&format!("service-{id}-need"))
    }

    /// What a service gives.
    pub fn service_gives(&self, id: &str) -> String {
        self.of_catalogue(&format!("service-{id}-gives"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::applicant::ApplicantKind;
    use crate::domain::service::{Catalogue, catalogue};
    use crate::i18n::Locale;

    fn said(texts: Texts, id: &str) -> [String; 4] {
        [
            texts.service(id),
            texts.service_whom(id),
            texts.service_need(id),
            texts.service_gives(id),
        ]
    }

    #[test]
    fn every_service_has_its_words_in_every_language() {
        assert!(!catalogue().all().is_empty());
        for locale in Locale::all() {
            for service in catalogue().all() {
                for words in said(Texts::in_locale(locale), &service.id) {
                    assert!(!words.starts_with("service-"), "{}: {words}", locale.language().tag());
                }
            }
        }
    }

    #[test]
    fn no_words_are_of_a_service_that_is_not_there() {
        let known: BTreeSet<String> = catalogue()
            .all()
            .iter()
            .flat_map(|service| ["", "-whom", "-need", "-gives"].map(|part| format!("service-{}{part}", service.id)))
            .collect();
        for file in [
            include_str!("../../../i18n/ar/services.ftl"),
            include_str!("../../../i18n/en/services.ftl"),
        ] {
            let named: BTreeSet<String> = file
                .lines()
                .filter_map(|line| line.split_once(" = "))
                .map(|(id, _)| id.to_owned())
                .collect();
            assert_eq!(named, known);
        }
    }

    /// A new service is a table in one file and four lines in another.
    #[test]
    fn a_service_is_added_as_data() {
        let table = "[[service]]\nid = \"stay-report\"\nkinds = [\"visitor\"]\norder = 1\n";
        let words = "service-stay-report = Stay report\nservice-stay-report-whom = Visitors\n\
                     service-stay-report-need = A border number\nservice-stay-report-gives = The days left\n";
        let texts = Texts::in_locale(Box::leak(Box::new(Locale::made_up("en", words).unwrap())));
        let catalogue = Catalogue::parse(table).unwrap();
        let listed: Vec<_> = catalogue
            .open_to(ApplicantKind::Visitor)
            .map(|service| said(texts, &service.id))
            .collect();
        assert_eq!(
            listed,
            [["Stay report", "Visitors", "A border number", "The days left"]]
        );
    }
}
