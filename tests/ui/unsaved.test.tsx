import { expect, test, vi } from "vitest";
import { askBy, isUnsaved, leavePage, watchForm } from "@/app/_ui/unsaved";

test("a page with unchanged forms is left at once", () => {
  const [ask, go] = [vi.fn(), vi.fn()];
  const away = [askBy(ask), watchForm(() => false)];
  leavePage(go);
  expect([ask.mock.calls.length, go.mock.calls.length]).toEqual([0, 1]);
  for (const stop of away) stop();
});

test("a changed form asks first; who stays is asked again, who goes is not asked twice", () => {
  const [ask, go] = [vi.fn<(leaving: () => void) => void>(), vi.fn()];
  const away = [askBy(ask), watchForm(() => true)];
  leavePage(go);
  leavePage(go);
  expect([ask.mock.calls.length, go.mock.calls.length]).toEqual([2, 0]);
  ask.mock.calls[0]?.[0]();
  expect([isUnsaved(), go.mock.calls.length]).toEqual([false, 1]);
  for (const stop of away) stop();
});

test("a form that went, and one that was put back as it was, are not asked about", () => {
  const [ask, go] = [vi.fn(), vi.fn()];
  let typed = "anders";
  const away = [askBy(ask), watchForm(() => typed !== "")];
  const gone = watchForm(() => true);
  expect(isUnsaved()).toBe(true);
  gone();
  typed = "";
  leavePage(go);
  expect([ask.mock.calls.length, go.mock.calls.length]).toEqual([0, 1]);
  for (const stop of away) stop();
});
