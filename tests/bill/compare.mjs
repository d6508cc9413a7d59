// The payloads that npm's swissqrbill builds of the same fields, one JSON list on standard output.
// Its own generator is asked by its path: the package offers drawings only.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [packages, bills] = process.argv.slice(2);
const path = `${packages}/node_modules/swissqrbill/lib/esm/shared/qr-code.js`;
const { generateQRData } = await import(pathToFileURL(path).href);

const party = (said) => ({
  name: said.name,
  address: said.street,
  ...(said.number ? { buildingNumber: said.number } : {}),
  zip: said.postcode,
  city: said.town,
  country: said.country,
});

const payloads = JSON.parse(readFileSync(bills, "utf8")).map((bill) =>
  generateQRData({
    currency: "CHF",
    amount: bill.rappen / 100,
    reference: bill.reference,
    message: bill.message,
    creditor: { account: bill.iban, ...party(bill.creditor) },
    debtor: party(bill.debtor),
  }),
);
process.stdout.write(JSON.stringify(payloads));
