import { outlines } from "../../drawing/outlines";
import type { Drawing, Element, ShapeElement } from "../../drawing/sheet";
import { wordless } from "../../drawing/table-parts";
import styles from "./sheet.module.css";

/** The shapes, lines and pictures of a sheet. What they say stands among the words, for who does not see them. */
export function SheetPicture({ elements, size: { w, h } }: { elements: Element[]; size: Drawing["size"] }) {
  return (
    <svg className={styles.picture} viewBox={`0 0 ${w} ${h}`} aria-hidden>
      {wordless(elements).map((element, i) => (
        <Drawn key={i} element={element} />
      ))}
    </svg>
  );
}

function Drawn({ element }: { element: Element }) {
  switch (element.kind) {
    case "shape":
      return <DrawnShape element={element} />;
    case "rule": {
      const { from, to, colour, width, dashed } = element;
      return (
        <line
          x1={from.x}
          y1={from.y}
          x2={to.x}
          y2={to.y}
          stroke={colour}
          strokeWidth={width}
          strokeDasharray={dashed ? "3 2" : undefined}
        />
      );
    }
    case "picture": {
      const { x, y, w, h } = element.box;
      return <image x={x} y={y} width={w} height={h} href={element.data} />;
    }
    default:
      return null;
  }
}

function DrawnShape({ element: { shape, box, fill, line, says } }: { element: ShapeElement }) {
  const { x, y, w, h } = box;
  const paint = { fill: fill || "none", stroke: line || undefined };
  const title = says && <title>{says}</title>;
  if (shape === "rectangle") {
    return (
      <rect x={x} y={y} width={w} height={h} {...paint}>
        {title}
      </rect>
    );
  }
  if (shape === "circle" || shape === "ring") {
    const radius = w * (shape === "ring" ? 0.42 : 0.5);
    return <circle cx={x + w / 2} cy={y + h / 2} r={radius} {...paint} />;
  }
  const points = outlines[shape].map(([across, down]) => `${x + across * w},${y + down * h}`).join(" ");
  if (shape === "check") return <polyline points={points} fill="none" stroke={fill} strokeWidth={w * 0.2} />;
  return (
    <polygon points={points} {...paint}>
      {title}
    </polygon>
  );
}
