import { lazy, Suspense, type ComponentType } from "react";

/** A component whose code is loaded when it is first drawn, or ahead of that by `load`. Nothing stands in its place until then. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  const Loaded = lazy(async () => ({ default: await load() }));
  const Later = (props: P) => (
    <Suspense>
      <Loaded {...props} />
    </Suspense>
  );
  return Object.assign(Later, { load });
}
