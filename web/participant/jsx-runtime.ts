/**
 * Makes what JSX stands for, in the shape of Preact's virtual nodes but without Preact. The browser
 * build takes it in place of `preact/jsx-runtime` for the files of this folder; see draw.ts.
 */
export const jsx = (type: unknown, props: unknown, key?: unknown): object => ({ type, props, key });

export { jsx as jsxs };

/** Several views in place of one. */
export const Fragment = ({ children }: { children?: unknown }): unknown => children;
