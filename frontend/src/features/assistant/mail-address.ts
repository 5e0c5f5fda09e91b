/** As much as every mail program takes of an address. */
const longest = 2000;

/** What encodeURIComponent leaves as it is, but the opener of addresses refuses. */
const refused = /[!'()*~]/g;

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    refused,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The address that opens a new mail with a subject and a text; undefined for a mail that is too long for one. */
export function mailAddress(subject: string, body: string): `mailto:${string}` | undefined {
  const address: `mailto:${string}` = `mailto:?subject=${encoded(subject)}&body=${encoded(body.replace(/\n/g, "\r\n"))}`;
  return address.length > longest ? undefined : address;
}
