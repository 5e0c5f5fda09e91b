import { describe, expect, it } from "vitest";
import { AppError, toAppError } from "./app-error";

describe("toAppError", () => {
  it("reads the code and the sentence of a bound method", () => {
    const error = toAppError(new Error('{"code":"conflict","message":"The program changed."}'));
    expect(error).toBeInstanceOf(AppError);
    expect(error.code).toBe("conflict");
    expect(error.message).toBe("The program changed.");
  });

  it("keeps a plain message, as sent for arguments that Go could not parse", () => {
    const error = toAppError(new Error("error parsing arguments: json: cannot unmarshal"));
    expect(error.code).toBe("unknown");
    expect(error.message).toBe("error parsing arguments: json: cannot unmarshal");
  });

  it.each(['"text"', "42", "null", '{"code":"invalid"}', '{"message":7}'])(
    "treats JSON without a sentence as a plain message: %s",
    (text) => {
      expect(toAppError(new Error(text))).toMatchObject({ code: "unknown", message: text });
    },
  );

  it("does not invent a code", () => {
    expect(toAppError('{"code":"weird","message":"Hm."}')).toMatchObject({ code: "unknown", message: "Hm." });
  });

  it("passes an AppError through", () => {
    const error = new AppError("storage", "The disk is full.");
    expect(toAppError(error)).toBe(error);
  });
});
