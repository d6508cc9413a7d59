//! Texts by key, from `locales/*.ftl` (Fluent). A text without arguments is looked up, not formatted.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::i18n::{Lang, italian};

/// An argument of a text: a number chooses the plural form, a text is put in as it is.
pub type Value<'a> = FluentValue<'a>;

struct Texts {
    plain: HashMap<String, String>,
    bundle: FluentBundle<FluentResource>,
}

static TEXTS: LazyLock<[Texts; 4]> = LazyLock::new(|| Lang::ALL.map(load));

/// The text of `key`, or the key itself where it is missing (a test in `tests/tidy` demands that none is).
#[must_use]
pub fn text(lang: Lang, key: &str) -> Cow<'static, str> {
    match TEXTS[lang.index()].plain.get(key) {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(text_with(lang, key, &[])),
    }
}

/// The text of `key` with its arguments, such as `[("n", 3.into())]`.
#[must_use]
pub fn text_with(lang: Lang, key: &str, args: &[(&str, Value<'_>)]) -> String {
    let bundle = &TEXTS[lang.index()].bundle;
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    let text = bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned();
    if lang == Lang::It { italian::joined(&text) } else { text }
}

impl Lang {
    /// The text of a key.
    #[must_use]
    pub fn t(self, key: &str) -> Cow<'static, str> {
        text(self, key)
    }

    /// The text of a key with one piece of text in it, named `x`.
    #[must_use]
    pub fn x(self, key: &str, x: impl ToString) -> String {
        text_with(self, key, &[("x", x.to_string().into())])
    }

    /// The text of a key with two pieces of text in it, named `x` and `y`.
    #[must_use]
    pub fn xy(self, key: &str, x: impl ToString, y: impl ToString) -> String {
        text_with(self, key, &[("x", x.to_string().into()), ("y", y.to_string().into())])
    }

    /// The text of a key with any arguments.
    #[must_use]
    pub fn with(self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        text_with(self, key, args)
    }
}

/// The source of a language's texts, for tests over all keys.
#[must_use]
pub fn source(lang: Lang) -> &'static str {
    match lang {
        Lang::De => include_str!("../../locales/de.ftl"),
        Lang::Fr => include_str!("../../locales/fr.ftl"),
        Lang::It => include_str!("../../locales/it.ftl"),
        Lang::En => include_str!("../../locales/en.ftl"),
    }
}

fn load(lang: Lang) -> Texts {
    // A broken entry is left out here and found by the test over all keys.
    let resource = FluentResource::try_new(source(lang).to_owned()).unwrap_or_else(|(rest, _)| rest);
    let plain = plain_texts(&resource);
    let id: LanguageIdentifier = lang.tag().parse().expect("the four tags are well-formed");
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The marks around arguments would stand in labels, mails and tests.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    Texts { plain, bundle }
}

fn plain_texts(resource: &FluentResource) -> HashMap<String, String> {
    resource
        .entries()
        .filter_map(|entry| {
            let fluent_syntax::ast::Entry::Message(message) = entry else { return None };
            let [fluent_syntax::ast::PatternElement::TextElement { value }] =
                message.value.as_ref()?.elements.as_slice()
            else {
                return None;
            };
            Some((message.id.name.to_owned(), (*value).to_owned()))
        })
        .collect()
}
