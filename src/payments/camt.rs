//! What a bank tells of credits: camt.054, versions 2009 to 2019 (Swiss Implementation Guidelines for Cash Management Messages).
//! A file of somebody else's making: no document type, so no entities; so many elements, and so many credits, and no more.

use roxmltree::{Document, Node, ParsingOptions};

use crate::money::Rappen;

/// So many credits may stand in one file.
pub const MOST: usize = 500;
/// So many elements and texts.
const NODES: u32 = 60_000;

/// One line of the bank's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The reference as it stands there; none where the payer gave none.
    pub reference: Option<String>,
    /// The amount in francs.
    pub amount: Result<Rappen, Unusable>,
    /// What the bank calls it, where that is told and can be kept.
    pub bank_reference: Option<String>,
}

/// Why a line pays nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// Another currency.
    Currency,
    /// No amount that could be read.
    Amount,
    /// Money that went out.
    Debit,
    /// A credit that the bank took back.
    Reversal,
    /// Announced and not booked yet.
    Pending,
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CamtError {
    /// No XML, or with a document type.
    #[error("not readable as XML")]
    NotXml,
    /// XML of another kind.
    #[error("not a camt.054")]
    NotCamt,
    /// More than is read at once.
    #[error("too many lines")]
    TooMany,
}

/// Reads a file's lines in their order.
///
/// # Errors
/// See [`CamtError`].
pub fn read(xml: &str) -> Result<Vec<Line>, CamtError> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES, ..ParsingOptions::default() };
    let xml = xml.trim_start_matches('\u{feff}').trim();
    let document = Document::parse_with_options(xml, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => CamtError::TooMany,
        _ => CamtError::NotXml,
    })?;
    let root = document.root_element();
    let told = child(root, "BkToCstmrDbtCdtNtfctn").filter(|_| root.has_tag_name("Document"));
    let told = told.ok_or(CamtError::NotCamt)?;
    let mut lines = Vec::new();
    for entry in children(told, "Ntfctn").flat_map(|part| children(part, "Ntry")) {
        let details: Vec<_> = children(entry, "NtryDtls").flat_map(|part| children(part, "TxDtls")).collect();
        if details.is_empty() {
            lines.push(line(entry, entry));
        }
        let alone = details.len() == 1;
        for (at, detail) in details.into_iter().enumerate() {
            let mut line = line(entry, detail);
            // The bank's name for the whole entry is not the name of one of several credits in it.
            if !alone && own_name(detail).is_none() {
                let named = line.bank_reference.map(|entry| format!("{entry}/{}", at + 1));
                line.bank_reference = named.filter(|name| is_keepable(name));
            }
            lines.push(line);
        }
        if lines.len() > MOST {
            return Err(CamtError::TooMany);
        }
    }
    Ok(lines)
}

/// One credit of an entry; where it says nothing of its own, the entry speaks for it.
fn line(entry: Node<'_, '_>, detail: Node<'_, '_>) -> Line {
    let remittance = child(detail, "RmtInf");
    let reference = remittance
        .and_then(|part| children(part, "Strd").find_map(|part| text(part, &["CdtrRefInf", "Ref"])))
        .or_else(|| remittance.and_then(|part| text(part, &["Ustrd"])));
    let own = |path: &[&str]| text(detail, path).or_else(|| text(entry, path));
    let bank_reference = own_name(detail).or_else(|| text(entry, &["AcctSvcrRef"]));
    Line {
        reference: reference.map(ToOwned::to_owned),
        amount: amount(entry, detail, own(&["CdtDbtInd"])),
        bank_reference: bank_reference.filter(|it| is_keepable(it)).map(ToOwned::to_owned),
    }
}

/// What the bank calls one credit.
fn own_name<'a>(detail: Node<'a, '_>) -> Option<&'a str> {
    text(detail, &["Refs", "AcctSvcrRef"])
}

fn is_keepable(reference: &str) -> bool {
    (1..=70).contains(&reference.len()) && reference.bytes().all(|b| b.is_ascii_graphic())
}

fn amount(entry: Node<'_, '_>, detail: Node<'_, '_>, indicator: Option<&str>) -> Result<Rappen, Unusable> {
    if matches!(text(entry, &["RvslInd"]), Some("true" | "1")) {
        return Err(Unusable::Reversal);
    }
    if indicator != Some("CRDT") {
        return Err(Unusable::Debit);
    }
    // Later versions have the status as a code inside.
    let status = text(entry, &["Sts", "Cd"]).or_else(|| text(entry, &["Sts"]));
    if status.is_some_and(|status| status != "BOOK") {
        return Err(Unusable::Pending);
    }
    let told = child(detail, "Amt")
        .or_else(|| child(child(child(detail, "AmtDtls")?, "TxAmt")?, "Amt"))
        .or_else(|| child(entry, "Amt").filter(|_| is_alone(entry)));
    let told = told.ok_or(Unusable::Amount)?;
    if told.attribute("Ccy") != Some("CHF") {
        return Err(Unusable::Currency);
    }
    told.text().and_then(rappen).ok_or(Unusable::Amount)
}

/// Whether an entry's amount is that of its only credit.
fn is_alone(entry: Node<'_, '_>) -> bool {
    children(entry, "NtryDtls").flat_map(|part| children(part, "TxDtls")).count() < 2
}

/// `35.5` is 3550 Rappen; a fraction of a Rappen is no amount.
fn rappen(told: &str) -> Option<Rappen> {
    let (francs, fraction) = told.trim().split_once('.').unwrap_or((told.trim(), ""));
    let fraction = fraction.trim_end_matches('0');
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if francs.is_empty() || francs.len() > 12 || fraction.len() > 2 || !digits(francs) || !digits(fraction) {
        return None;
    }
    format!("{francs}{fraction:0<2}").parse().ok().map(Rappen)
}

/// Children by their name, in whatever version's namespace.
fn children<'a, 'b: 'a>(node: Node<'a, 'b>, name: &'static str) -> impl Iterator<Item = Node<'a, 'b>> {
    node.children().filter(move |child| child.has_tag_name(name))
}

fn child<'a, 'b: 'a>(node: Node<'a, 'b>, name: &'static str) -> Option<Node<'a, 'b>> {
    children(node, name).next()
}

fn text<'a>(node: Node<'a, '_>, path: &[&str]) -> Option<&'a str> {
    let found =
        path.iter().try_fold(node, |node, name| node.children().find(|child| child.has_tag_name(*name)))?;
    found.text().map(str::trim).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{CamtError, Line, MOST, Unusable, rappen, read};
    use crate::money::Rappen;

    const ENTRY: &str = r#"<Ntry><Amt Ccy="CHF">70.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><AcctSvcrRef>ENTRY-1</AcctSvcrRef>
        <NtryDtls>
        <TxDtls><Refs><AcctSvcrRef>TX-1</AcctSvcrRef></Refs><Amt Ccy="CHF">35.5</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Prtry>QRR</Prtry></CdOrPrtry></Tp><Ref>000000000000000000000100427</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>
        <TxDtls><AmtDtls><TxAmt><Amt Ccy="CHF">35.00</Amt></TxAmt></AmtDtls></TxDtls>
        </NtryDtls></Ntry>"#;

    fn file(entries: &str) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\">\
             <BkToCstmrDbtCdtNtfctn><GrpHdr/><Ntfctn>{entries}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>"
        )
    }

    #[test]
    fn each_credit_of_a_collective_entry_is_a_line_of_its_own() {
        let line = |reference: Option<&str>, amount, bank: &str| Line {
            reference: reference.map(Into::into),
            amount: Ok(Rappen(amount)),
            bank_reference: Some(bank.into()),
        };
        let expected =
            vec![line(Some("000000000000000000000100427"), 3550, "TX-1"), line(None, 3500, "ENTRY-1/2")];
        assert_eq!(read(&file(ENTRY)), Ok(expected));
    }

    #[test]
    fn what_is_no_booked_credit_in_francs_pays_nothing() {
        let of = |change: &dyn Fn(&str) -> String| read(&file(&change(ENTRY))).expect("a file")[0].amount;
        assert_eq!(of(&|e| e.replace("CRDT", "DBIT")), Err(Unusable::Debit));
        assert_eq!(of(&|e| e.replace("BOOK", "PDNG")), Err(Unusable::Pending));
        assert_eq!(of(&|e| e.replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>")), Ok(Rappen(3550)));
        assert_eq!(of(&|e| e.replace("<Sts>BOOK</Sts>", "<Sts><Cd>INFO</Cd></Sts>")), Err(Unusable::Pending));
        assert_eq!(of(&|e| e.replace("CHF", "EUR")), Err(Unusable::Currency));
        assert_eq!(of(&|e| e.replace(">35.5<", ">35.505<")), Err(Unusable::Amount));
        for yes in ["true", "1"] {
            let reversed = format!("<RvslInd>{yes}</RvslInd><Sts>");
            assert_eq!(of(&|e| e.replace("<Sts>", &reversed)), Err(Unusable::Reversal), "{yes}");
        }
        assert_eq!(of(&|e| e.replace("<Sts>", "<RvslInd>false</RvslInd><Sts>")), Ok(Rappen(3550)));
    }

    #[test]
    fn a_file_that_is_none_or_too_much_is_refused_and_takes_nothing_down() {
        assert_eq!(read(""), Err(CamtError::NotXml));
        assert_eq!(read("<Document>"), Err(CamtError::NotXml));
        let laughs = "<!DOCTYPE Document [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><Document>&b;</Document>";
        assert_eq!(read(laughs), Err(CamtError::NotXml));
        assert_eq!(read("<Document><BkToCstmrStmt/></Document>"), Err(CamtError::NotCamt));
        assert_eq!(read(&file("")), Ok(Vec::new()));
        assert_eq!(read(&file(&"<Ntry/>".repeat(MOST + 1))), Err(CamtError::TooMany));
        assert_eq!(read(&file(&"<a/>".repeat(70_000))), Err(CamtError::TooMany));
        let deep = file(&("<a>".repeat(40_000) + &"</a>".repeat(40_000)));
        assert!(
            read(&deep).is_ok_and(|lines| lines.is_empty()) || read(&deep).is_err(),
            "and no stack overflows"
        );
    }

    #[test]
    fn an_amount_is_whole_rappen() {
        for (told, amount) in [("0", 0), ("1.00000", 100), ("1234.05", 123_405), ("35.5", 3550)] {
            assert_eq!(rappen(told), Some(Rappen(amount)), "{told}");
        }
        for wrong in ["", ".5", "-1", "1,5", "1.005", "1e3", "1234567890123", "１"] {
            assert_eq!(rappen(wrong), None, "{wrong}");
        }
    }
}
