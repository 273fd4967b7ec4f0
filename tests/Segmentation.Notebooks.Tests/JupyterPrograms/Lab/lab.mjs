// JupyterLab's notebook, put together from JupyterLab's own packages: its documents, cells, outputs, completer and kernel client, without
// the frame of menus around them. Opens the notebook that the address names; the tests press its buttons through `notebook`.
import { CodeMirrorEditorFactory, CodeMirrorMimeTypeService, EditorExtensionRegistry, EditorLanguageRegistry, EditorThemeRegistry, ybinding } from '@jupyterlab/codemirror';
import { Completer, CompleterModel, CompletionHandler, KernelCompleterProvider, ProviderReconciliator } from '@jupyterlab/completer';
import { DocumentManager } from '@jupyterlab/docmanager';
import { DocumentRegistry } from '@jupyterlab/docregistry';
import { MermaidManager, RenderedMermaid, rendererFactory as mermaid } from '@jupyterlab/mermaid';
import { NotebookActions, NotebookModelFactory, NotebookPanel, NotebookWidgetFactory } from '@jupyterlab/notebook';
import { RenderMimeRegistry, standardRendererFactories } from '@jupyterlab/rendermime';
import { ServiceManager } from '@jupyterlab/services';
import { Widget } from '@lumino/widgets';
import '@jupyterlab/notebook/style/index.js';
import '@jupyterlab/completer/style/index.js';
import '@jupyterlab/theme-light-extension/style/theme.css';

/** Where JupyterLab's own extension for diagrams stands among the renderers: behind HTML and Markdown. */
const mermaidRank = 61;

/** How long the completer waits for the kernel, in milliseconds. */
const completing = 60_000;

const languages = new EditorLanguageRegistry();
const rendermime = new RenderMimeRegistry({ initialFactories: standardRendererFactories });
rendermime.addFactory(mermaid, mermaidRank);
RenderedMermaid.manager = new MermaidManager();

const registry = new DocumentRegistry();
registry.addModelFactory(new NotebookModelFactory({}));
registry.addWidgetFactory(new NotebookWidgetFactory({
  name: 'Notebook',
  modelName: 'notebook',
  fileTypes: ['notebook'],
  defaultFor: ['notebook'],
  preferKernel: true,
  canStartKernel: true,
  rendermime,
  contentFactory: new NotebookPanel.ContentFactory({ editorFactory: editors().newInlineEditor }),
  mimeTypeService: new CodeMirrorMimeTypeService(languages),
}));

const manager = new ServiceManager();
const documents = new DocumentManager({ registry, manager, opener: { open: show } });
await manager.ready;
const panel = documents.open(new URLSearchParams(location.search).get('notebook'));
await panel.context.ready;
await panel.sessionContext.ready;
const kernel = () => panel.sessionContext.session.kernel;
await kernel().info;

window.notebook = {
  run: index => {
    panel.content.activeCellIndex = index;
    return NotebookActions.run(panel.content, panel.sessionContext);
  },
  runAll: () => NotebookActions.runAll(panel.content, panel.sessionContext),
  interrupt: () => kernel().interrupt(),
  restart: async () => {
    await kernel().restart();
    await kernel().info;
  },
  save: () => panel.context.save(),
  complete,
};
document.body.dataset.ready = 'true';

function editors() {
  const extensions = new EditorExtensionRegistry();
  for (const factory of EditorExtensionRegistry.getDefaultExtensions({ themes: new EditorThemeRegistry() })) extensions.addExtension(factory);
  extensions.addExtension({
    name: 'shared-model-binding',
    factory: ({ model: { sharedModel } }) => EditorExtensionRegistry.createImmutableExtension(ybinding({ ytext: sharedModel.ysource, undoManager: sharedModel.undoManager ?? undefined })),
  });
  return new CodeMirrorEditorFactory({ extensions, languages });
}

function show(widget) {
  widget.id = 'panel';
  Widget.attach(widget, document.body);
}

/** Asks for completions at the end of a cell, as Tab does. */
function complete(index) {
  panel.content.activeCellIndex = index;
  const { editor } = panel.content.activeCell;
  const completer = new Completer({ editor, model: new CompleterModel() });
  Widget.attach(completer, document.body);
  const context = { widget: panel, editor, session: panel.sessionContext.session };
  const handler = new CompletionHandler({ completer, reconciliator: new ProviderReconciliator({ context, providers: [new KernelCompleterProvider()], timeout: completing }) });
  handler.editor = editor;
  editor.focus();
  editor.setCursorPosition(editor.getPositionAt(editor.model.sharedModel.getSource().length));
  handler.invoke();
}
