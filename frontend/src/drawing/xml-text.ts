/** Characters that no XML holds, not even written as entities: text from files has them now and then. */
// eslint-disable-next-line no-control-regex
const refused = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** XML as every program reads it: without the characters that XML refuses. */
export const readableXml = (xml: string): string => xml.replace(refused, "");
