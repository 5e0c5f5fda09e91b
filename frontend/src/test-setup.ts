import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import { initStrings } from "./strings/i18n";

initStrings();
afterEach(cleanup);
