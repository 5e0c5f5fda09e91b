import { defaultAccent } from "./palette";

/** Whose reports these are: what stands on each page. Everything may be "". */
export interface House {
  name: string;
  /** A PNG or JPEG as a data: URL. */
  logo: string;
  /** "#rrggbb" */
  accent: string;
}

export const accentOf = (house: House) =>
  /^#[0-9a-f]{6}$/i.test(house.accent) ? house.accent.toLowerCase() : defaultAccent;

const logoData = /^data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/]+=*)$/;

/** How wide a logo is for its height; undefined where it is no PNG or JPEG. */
export function logoRatio(logo: string): number | undefined {
  const data = logoData.exec(logo)?.[1];
  if (!data) return undefined;
  const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const size = bytes[0] === 0x89 ? pngSize(view) : jpegSize(view);
  return size && size.w > 0 && size.h > 0 ? size.w / size.h : undefined;
}

interface Size {
  w: number;
  h: number;
}

/** The size stands in the first chunk. */
function pngSize(view: DataView): Size | undefined {
  return view.byteLength < 24 ? undefined : { w: view.getUint32(16), h: view.getUint32(20) };
}

/** The size stands in the frame header, SOF0 to SOF15 without the three of that range that are none. */
function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { w: view.getUint16(at + 7), h: view.getUint16(at + 5) };
  }
  return undefined;
}
