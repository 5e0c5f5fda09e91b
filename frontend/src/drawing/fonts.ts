import { create, type Font } from "fontkit";
import type { Laid, Weight } from "./sheet";

/** The parts into which Inter is cut, the most common first: a character is written in the first part that has it. */
export const scripts = ["latin", "latin-ext", "greek", "cyrillic"] as const;

export type Script = (typeof scripts)[number];

/** Gives the bytes of a font file of Inter. */
export type FontFile = (script: Script, weight: Weight) => Promise<Uint8Array>;

export interface Run {
  font: string;
  text: string;
  width: number;
}

const weights: readonly Weight[] = ["regular", "bold"];

interface Face {
  name: string;
  font: Font;
  bytes: Uint8Array;
}

/** The opened fonts. They measure what every kind of file is laid out by, and the PDF takes them along. */
export class Fonts {
  private readonly glyphs = new Map<string, { face: Face; advance: number }>();

  private constructor(private readonly faces: Record<Weight, Face[]>) {}

  static async open(file: FontFile): Promise<Fonts> {
    const open = (weight: Weight) =>
      Promise.all(
        scripts.map(async (script) => {
          const bytes = await file(script, weight);
          // A font file, not a collection: those of fontkit's types cannot happen.
          return { name: `${script}-${weight}`, font: create(bytes as never) as Font, bytes };
        }),
      );
    const [regular, bold] = await Promise.all(weights.map(open));
    return new Fonts({ regular: regular ?? [], bold: bold ?? [] });
  }

  /** Every font file by its name, as the runs name it. */
  files(): { name: string; bytes: Uint8Array }[] {
    return [...this.faces.regular, ...this.faces.bold];
  }

  /** Cuts a text into runs of one font file each. */
  runs(text: string, weight: Weight, size: number): Run[] {
    const runs: Run[] = [];
    for (const character of text) {
      const { face, advance } = this.glyph(character, weight);
      const last = runs.at(-1);
      if (last?.font === face.name) {
        last.text += character;
        last.width += advance * size;
      } else runs.push({ font: face.name, text: character, width: advance * size });
    }
    return runs;
  }

  width(text: string, weight: Weight, size: number): number {
    let sum = 0;
    for (const character of text) sum += this.glyph(character, weight).advance;
    return sum * size;
  }

  /** Breaks a text into lines of at most a width. What does not fit into the lines that there are ends with "…". */
  lay(raw: string, weight: Weight, size: number, width: number, most = Infinity): Laid {
    const text = clean(raw);
    const lines: string[] = [];
    let line = "";
    for (const word of text.split(" ").flatMap((word) => this.pieces(word, weight, size, width))) {
      const longer = line === "" ? word.text : line + (word.joined ? "" : " ") + word.text;
      if (this.width(longer, weight, size) <= width || line === "") line = longer;
      else {
        lines.push(line);
        line = word.text;
      }
    }
    lines.push(line);
    if (lines.length <= most) return { text, lines };
    const kept = lines.slice(0, most);
    kept[most - 1] = this.shorten(kept[most - 1] ?? "", weight, size, width);
    return { text: kept.join(" "), lines: kept };
  }

  /** Cuts a text so that it fits with the "…" behind it. */
  private shorten(text: string, weight: Weight, size: number, width: number): string {
    let kept = text;
    while (kept !== "" && this.width(`${kept}…`, weight, size) > width) kept = kept.replace(/.$/su, "");
    return `${kept.trimEnd()}…`;
  }

  /** Cuts a word that is wider than a line. */
  private pieces(
    word: string,
    weight: Weight,
    size: number,
    width: number,
  ): { text: string; joined: boolean }[] {
    if (this.width(word, weight, size) <= width) return [{ text: word, joined: false }];
    const pieces: { text: string; joined: boolean }[] = [];
    let piece = "";
    for (const character of word) {
      if (piece !== "" && this.width(piece + character, weight, size) > width) {
        pieces.push({ text: piece, joined: pieces.length > 0 });
        piece = "";
      }
      piece += character;
    }
    return [...pieces, { text: piece, joined: pieces.length > 0 }];
  }

  private glyph(character: string, weight: Weight): { face: Face; advance: number } {
    const key = weight + character;
    const known = this.glyphs.get(key);
    if (known) return known;
    const point = character.codePointAt(0) ?? 0;
    const faces = this.faces[weight];
    const face = faces.find(({ font }) => font.hasGlyphForCodePoint(point)) ?? faces[0];
    if (!face) throw new Error("There is no font to write with.");
    const advance = face.font.glyphForCodePoint(point).advanceWidth / face.font.unitsPerEm;
    const glyph = { face, advance };
    this.glyphs.set(key, glyph);
    return glyph;
  }
}

/**
 * One line of text as files can hold it: no control characters, no halves of characters, nothing that turns the direction
 * of what follows.
 */
export function clean(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, "")
    .trim();
}
