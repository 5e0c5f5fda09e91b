/** The licences of everything that the program contains, as they are built into it. */
export async function readLicences(): Promise<string> {
  const reply = await fetch("/licences.txt");
  if (!reply.ok) throw new Error(`licences.txt: ${reply.status}`);
  return reply.text();
}
