//! `POST /barcode/v1/generateAddressLabel` and `generateSingleBarcodes` (developer.post.ch, "Digital Commerce API", chapter 8, and a client generated from
//! Post's own schema).

use std::sync::LazyLock;

use super::field::{Field, Form, may, must};

const REQUIRED: &str = "required by the schema";
const OPTIONAL: &str = "optional in the schema";
const LINE: &str = "25 characters of a line are printed; a longer one is shortened with W2018";

/// The fields of a label's request, in their order.
pub static LABEL: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let parts = [&BEFORE[..], &LOGO, &BEHIND, &DEFINITION, &SENDING];
    parts.concat().into_iter().chain(parcel("item")).collect()
});

/// Those of a request for barcodes alone: a list of parcels, no logo, no home post office.
pub static CODES: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let parts = [&BEFORE[..], &BEHIND, &PICTURE, &SENDING];
    parts.concat().into_iter().chain(parcel("item[]")).collect()
});

/// The fields of a parcel below this name.
fn parcel(name: &str) -> impl Iterator<Item = Field> {
    // Made twice while the program runs, and never given back.
    PARCEL.into_iter().map(move |field| Field { path: format!("{name}{}", field.path).leak(), ..field })
}

const BEFORE: [Field; 9] = [
    must("language", Form::OneOf(&["DE", "FR", "IT", "EN"]), REQUIRED),
    must(
        "frankingLicense",
        Form::Text(8),
        "required: 4 letters or digits, or 6 or 8 digits; else E2009, E2026, E2027",
    ),
    may("ppFranking", Form::Bool, "for letters; W2011 says that it is ignored otherwise"),
    must("customer.name1", Form::Text(35), LINE),
    may("customer.name2", Form::Text(35), LINE),
    must("customer.street", Form::Text(35), LINE),
    must("customer.zip", Form::Text(10), REQUIRED),
    must("customer.city", Form::Text(35), LINE),
    may("customer.country", Form::Text(2), OPTIONAL),
];

const LOGO: [Field; 7] = [
    may("customer.logo", Form::Text(70_000), "GIF, PNG or JPG of at most 50 KB, in base64"),
    may("customer.logoFormat", Form::OneOf(&["GIF", "PNG", "JPG"]), OPTIONAL),
    may("customer.logoRotation", Form::Number, "270 is upright beside the barcode"),
    may("customer.logoAspectRatio", Form::OneOf(&["EXPAND", "KEEP"]), OPTIONAL),
    may("customer.logoHorizontalAlign", Form::OneOf(&["WITH_CONTENT", "LEFT"]), OPTIONAL),
    may("customer.logoVerticalAlign", Form::OneOf(&["TOP", "MIDDLE"]), OPTIONAL),
    may("customer.domicilePostOffice", Form::Text(35), "missing where it is needed: E2002"),
];

const BEHIND: [Field; 2] =
    [may("customer.pobox", Form::Text(35), OPTIONAL), may("customerSystem", Form::Text(100), OPTIONAL)];

const DEFINITION: [Field; 5] = [
    must("labelDefinition.labelLayout", Form::OneOf(&["A5", "A6", "A7", "FE"]), "FE is for letters only"),
    may(
        "labelDefinition.printAddresses",
        Form::OneOf(&["NONE", "ONLY_RECIPIENT", "ONLY_CUSTOMER", "RECIPIENT_AND_CUSTOMER"]),
        "upper case in JSON",
    ),
    may("labelDefinition.imageFileType", Form::OneOf(FORMATS), "JPG is discouraged; another is E2012"),
    may("labelDefinition.imageResolution", Form::Number, "200, 300 or 600 dpi"),
    may("labelDefinition.printPreview", Form::Bool, "SPECIMEN across the label; nothing is sent"),
];

const PICTURE: [Field; 2] = [
    must("barcodeDefinition.imageFileType", Form::OneOf(FORMATS), "JPG is discouraged; another is E2012"),
    may("barcodeDefinition.imageResolution", Form::Number, "200, 300 or 600 dpi; else E2013"),
];

const FORMATS: &[&str] = &["EPS", "GIF", "JPG", "PNG", "PDF", "SPDF", "ZPL2"];

const SENDING: [Field; 1] = [may("sendingID", Form::Text(100), OPTIONAL)];

const PARCEL: [Field; 42] = [
    may(".itemID", Form::Text(200), "letters, digits, _ - +; else E2045"),
    may(".itemNumber", Form::Digits(1, 8), "the consignment number; used twice is E2016, out of range E2011"),
    may(".recipient.firstName", Form::Text(35), OPTIONAL),
    must(".recipient.name1", Form::Text(35), REQUIRED),
    may(".recipient.name2", Form::Text(35), "for a pick-up point: keyword and User ID; never dropped"),
    may(".recipient.name3", Form::Text(35), "third to be dropped where lines are short"),
    may(".recipient.addressSuffix", Form::Text(35), "second to be dropped; not passed on"),
    may(".recipient.title", Form::Text(35), "first to be dropped"),
    may(".recipient.personallyAddressed", Form::Bool, "false puts the company first"),
    may(".recipient.street", Form::Text(35), "for a pick-up point: the point's"),
    may(".recipient.houseNo", Form::Text(10), "for a pick-up point: the point's"),
    may(".recipient.floorNo", Form::Text(5), OPTIONAL),
    may(".recipient.mailboxNo", Form::Text(10), OPTIONAL),
    may(".recipient.pobox", Form::Text(35), OPTIONAL),
    may(".recipient.zip", Form::Text(10), "missing in Switzerland: E2032"),
    must(".recipient.city", Form::Text(35), REQUIRED),
    may(".recipient.country", Form::Text(2), "ISO code of two letters; else E2028"),
    may(".recipient.phone", Form::Text(20), OPTIONAL),
    may(".recipient.mobile", Form::Text(20), "10 to 20 digits and blanks; else E2042"),
    may(".recipient.email", Form::Text(160), "else E2041"),
    may(".recipient.postIdent", Form::Text(15), OPTIONAL),
    may(".recipient.houseKey", Form::Text(13), OPTIONAL),
    may(".recipient.labelAddress.labelLine[]", Form::Text(35), "two to five lines; E2064, W2021"),
    may(".additionalData[].type", Form::Text(50), "at most 20"),
    may(".additionalData[].value", Form::Text(500), OPTIONAL),
    may(".attributes.przl[]", Form::Text(10), "ECO or PRI first, then services; E1000 to E1015"),
    may(".attributes.freeText", Form::Text(34), "printed above the name; last to be dropped"),
    may(".attributes.deliveryDate", Form::Text(10), OPTIONAL),
    may(".attributes.parcelNo", Form::Number, OPTIONAL),
    may(".attributes.parcelTotal", Form::Number, OPTIONAL),
    may(".attributes.deliveryPlace", Form::Text(35), OPTIONAL),
    may(".attributes.proClima", Form::Bool, OPTIONAL),
    may(".attributes.weight", Form::Number, "grams, at most five digits; E2036, E2037"),
    may(".attributes.dispatchInfo", Form::Any, "an object; what is in it no source at hand says"),
    may(".notification[].communication.email", Form::Text(160), "where the type is EMAIL; else E2047"),
    may(".notification[].communication.mobile", Form::Text(20), "where the type is SMS; else E2047"),
    may(".notification[].service", Form::Text(10), "1, 2, 4, 32, 64, 128, 256, as text; E2029, E2040"),
    may(".notification[].freeText1", Form::Text(160), "with 1, 2 and 32"),
    may(".notification[].freeText2", Form::Text(512), "the same, by e-mail"),
    may(
        ".notification[].deliveryInstructions[]",
        Form::OneOf(&["10", "14", "18", "20"]),
        "deposit, neighbour, weekday, forwarding; by e-mail only: E2043; beside ZAW: E2044",
    ),
    may(".notification[].language", Form::OneOf(&["DE", "FR", "IT", "EN"]), "required inside a notification"),
    may(".notification[].type", Form::OneOf(&["EMAIL", "SMS"]), OPTIONAL),
];
