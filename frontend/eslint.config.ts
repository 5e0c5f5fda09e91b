import { readdirSync } from "node:fs";
import js from "@eslint/js";
import checkFile from "eslint-plugin-check-file";
import i18next from "eslint-plugin-i18next";
import { importX } from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/**
 * Who may not import whom: app -> features -> vocabulary -> {ui, bridge} -> lib, and features never import each other.
 * Features draw with drawing, which takes the types of bridge and nothing that runs: it also works without a window.
 */
const layers = ["app", "features", "vocabulary", "drawing", "ui", "bridge", "lib"];
const mayImport: Record<string, string[]> = {
  app: layers,
  vocabulary: ["ui", "bridge", "lib"],
  drawing: ["bridge", "lib"],
  ui: ["lib"],
  bridge: ["lib"],
  lib: [],
};
const layerZones = Object.entries(mayImport).flatMap(([layer, allowed]) =>
  layers
    .filter((other) => other !== layer && !allowed.includes(other))
    .map((other) => ({ target: `./src/${layer}`, from: `./src/${other}` })),
);
const featureZones = readdirSync(new URL("src/features", import.meta.url)).flatMap((feature) => [
  { target: `./src/features/${feature}`, from: "./src/features", except: [`./${feature}`] },
  { target: `./src/features/${feature}`, from: "./src/app" },
]);
const generatedZones = layers
  .filter((layer) => layer !== "bridge")
  .map((layer) => ({ target: `./src/${layer}`, from: "./wailsjs", message: "Only bridge/ talks to Wails." }));

export default defineConfig(
  globalIgnores(["dist", "wailsjs", "test-results", "playwright-report"]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "check-file": checkFile, "import-x": importX },
    settings: { "import-x/resolver": { typescript: true } },
    rules: {
      "no-console": "error",
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "check-file/filename-naming-convention": [
        "error",
        { "**/*.{ts,tsx,css}": "KEBAB_CASE" },
        { ignoreMiddleExtensions: true },
      ],
      "check-file/folder-naming-convention": ["error", { "src/**/": "KEBAB_CASE" }],
      "check-file/filename-blocklist": [
        "error",
        { "**/index.ts": "*.ts", "**/{utils,helpers,common}.ts": "*.ts" },
      ],
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": [
        "error",
        { zones: [...layerZones, ...featureZones, ...generatedZones] },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
    },
  },
  {
    files: ["src/drawing/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["**/bridge/*"],
              allowTypeImports: true,
              message: "Drawing works without a window: types only.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["src/**/*.tsx"],
    ignores: ["**/*.test.tsx"],
    extends: [reactHooks.configs.flat["recommended-latest"]],
    plugins: { i18next },
    rules: {
      // Speaks to the React compiler, which is not used here.
      "react-hooks/incompatible-library": "off",
      "i18next/no-literal-string": [
        "error",
        {
          mode: "jsx-only",
          "jsx-attributes": {
            include: ["aria-label", "title", "placeholder", "alt", "label", "description"],
          },
        },
      ],
    },
  },
);
