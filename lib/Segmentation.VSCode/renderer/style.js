/** Style of what stands around a drawing. */
export const style = `
.segmentation-save { display: flex; gap: 4px; justify-content: flex-end; padding: 2px 0 4px; }
.segmentation-save button {
  background: transparent; border: 1px solid transparent; border-radius: 3px; padding: 2px 8px; cursor: pointer;
  color: var(--vscode-descriptionForeground); font: inherit; font-family: var(--vscode-font-family); font-size: 12px;
}
.segmentation-save button:hover { color: var(--vscode-foreground); background: var(--vscode-toolbar-hoverBackground); }
.segmentation-save button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; color: var(--vscode-foreground); }
.vscode-high-contrast .segmentation-save button, .vscode-high-contrast-light .segmentation-save button { border-color: var(--vscode-contrastBorder); }
.segmentation-mermaid { max-width: 100%; overflow-x: auto; }
.segmentation-mermaid svg { max-width: 100%; height: auto; }
.segmentation-mermaid pre { white-space: pre-wrap; }
.segmentation-mermaid .segmentation-problem { color: var(--vscode-errorForeground); }
`;
