/** What is found in files, by the name of the part: that of its file. */
export const named = <T>(files: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(files).map(([path, content]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), content]));

/** Texts by their part, each fetched when it is wanted. */
export type LaterTexts = Record<string, () => Promise<object>>;

/** The texts of a language: those that come at once, and those that come with pages. */
export interface Texts {
  first: Record<string, object>;
  pages: LaterTexts;
}
