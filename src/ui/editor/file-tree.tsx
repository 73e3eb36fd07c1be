import {
  ChevronDown,
  ChevronRight,
  Download,
  File,
  FilePlus2,
  Folder,
  FolderInput,
  FolderPlus,
  FolderUp,
  Pencil,
  Trash2,
} from 'lucide-react';
import { Suspense, useState } from 'react';
import { createFile, createFolder, deleteFile, openFile, renameFile } from '../../state/files.ts';
import { isDirty } from '../../state/documents.ts';
import { PROJECT_FOLDER, type Workbench } from '../../state/workbench.ts';
import type { FileNode } from '../../world/queries/queries.ts';
import { useDocuments, useWorkbench } from '../hooks/workbench-context.ts';
import { useConfirm } from '../parts/confirm.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { MoveDialog } from './load-move-dialog.ts';
import { NameField } from './name-field.tsx';
import { draggedAs, useDrop } from './use-file-drag.ts';
import { useFolders, type Folders } from './use-folders.ts';

/** The project folder's files: open, make, bring in, take out, rename, move, delete. */
export function FileTree() {
  const workbench = useWorkbench();
  const [expanded, setExpanded] = useState<readonly string[]>([]);
  const [creating, setCreating] = useState<'file' | 'folder'>();
  const root = useDrop(PROJECT_FOLDER);
  const folders = useFolders([PROJECT_FOLDER, ...expanded]);
  const toggle = (path: string): void =>
    setExpanded((now) => (now.includes(path) ? now.filter((other) => other !== path) : [...now, path]));
  const create = async (name: string): Promise<void> => {
    setCreating(undefined);
    if (!name) return;
    await (creating === 'folder' ? createFolder : createFile)(workbench, `${PROJECT_FOLDER}/${name}`);
  };
  return (
    <nav className="file-tree" aria-label="Files" {...root.handlers}>
      <div className={root.isOver ? 'file-tree-head file-drop' : 'file-tree-head'}>
        <span title={PROJECT_FOLDER}>{PROJECT_FOLDER.slice(PROJECT_FOLDER.lastIndexOf('/') + 1)}</span>
        <span className="file-tree-make">
          <IconButton label="New file" size="small" onClick={() => setCreating('file')}>
            <FilePlus2 size={15} />
          </IconButton>
          <IconButton label="New folder" size="small" onClick={() => setCreating('folder')}>
            <FolderPlus size={15} />
          </IconButton>
          <IconButton
            label="Add files, a folder or a sample"
            size="small"
            onClick={() => workbench.session.setState({ isAddingFiles: true })}
          >
            <FolderUp size={15} />
          </IconButton>
          <IconButton
            label="Download the project"
            size="small"
            onClick={() => void downloadProject(workbench)}
          >
            <Download size={15} />
          </IconButton>
        </span>
      </div>
      {creating && (
        <NameField
          key={creating}
          label={`Name of the new ${creating}`}
          initial=""
          onDone={(name) => void create(name)}
        />
      )}
      <FolderList path={PROJECT_FOLDER} folders={folders} toggle={toggle} />
    </nav>
  );
}

interface FolderListProps {
  path: string;
  folders: Folders;
  toggle: (path: string) => void;
}

function FolderList({ path, folders, toggle }: FolderListProps) {
  const nodes = folders.get(path);
  if (!nodes) return null;
  if (nodes.length === 0) return <p className="file-tree-empty">empty</p>;
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.path}>
          <FileRow node={node} open={folders.has(node.path)} toggle={toggle} />
          {folders.has(node.path) && <FolderList path={node.path} folders={folders} toggle={toggle} />}
        </li>
      ))}
    </ul>
  );
}

function FileRow({ node, open, toggle }: { node: FileNode; open: boolean; toggle: (path: string) => void }) {
  const workbench = useWorkbench();
  const confirm = useConfirm();
  const [renaming, setRenaming] = useState(false);
  const [moving, setMoving] = useState(false);
  const active = useDocuments((documents) => documents.active === node.path);
  const dirty = useDocuments(({ open: documents }) =>
    documents.some((document) => document.path === node.path && isDirty(document)),
  );
  const isFolder = node.type === 'directory';
  // What falls on a file goes where the file is.
  const drop = useDrop(isFolder ? node.path : node.path.slice(0, node.path.lastIndexOf('/')));
  const rename = async (name: string): Promise<void> => {
    setRenaming(false);
    const to = `${node.path.slice(0, node.path.lastIndexOf('/'))}/${name}`;
    if (name && to !== node.path) await renameFile(workbench, node.path, to);
  };
  const remove = async (): Promise<void> => {
    const question = {
      title: `Delete ${node.name}?`,
      text: `${node.path} is deleted from the machine.`,
      action: 'Delete',
    };
    if (await confirm(question)) await deleteFile(workbench, node.path);
  };
  if (renaming)
    return (
      <NameField
        label={`New name of ${node.name}`}
        initial={node.name}
        onDone={(name) => void rename(name)}
      />
    );
  return (
    <>
      <div
        className={`file-row${active ? ' file-row-active' : ''}${drop.isOver && isFolder ? ' file-drop' : ''}`}
        data-folder={isFolder ? node.path : node.path.slice(0, node.path.lastIndexOf('/'))}
        {...draggedAs(node.path)}
        {...drop.handlers}
      >
        <button
          type="button"
          className="file-name"
          aria-expanded={isFolder ? open : undefined}
          aria-current={active || undefined}
          onClick={() => (isFolder ? toggle(node.path) : void openFile(workbench, node.path))}
        >
          <FileIcon folder={isFolder} open={open} />
          <span>{node.name}</span>
          {dirty && <span className="dirty-dot" role="img" aria-label="not saved" />}
        </button>
        <span className="file-actions">
          {node.type === 'file' && (
            <IconButton
              label={`Download ${node.name}`}
              size="small"
              onClick={() => void downloadFile(workbench, node.path)}
            >
              <Download size={13} />
            </IconButton>
          )}
          <IconButton label={`Rename ${node.name}`} size="small" onClick={() => setRenaming(true)}>
            <Pencil size={13} />
          </IconButton>
          <IconButton label={`Move ${node.name}`} size="small" onClick={() => setMoving(true)}>
            <FolderInput size={13} />
          </IconButton>
          <IconButton label={`Delete ${node.name}`} size="small" onClick={() => void remove()}>
            <Trash2 size={13} />
          </IconButton>
        </span>
      </div>
      {moving && (
        <Suspense>
          <MoveDialog
            path={node.path}
            onMove={(to) => {
              setMoving(false);
              void renameFile(workbench, node.path, to);
            }}
            onClose={() => setMoving(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** What goes out of the page loads when it is first wanted. */
async function downloadFile(workbench: Workbench, path: string): Promise<void> {
  const keep = await import('../keep/keep-files.ts');
  await keep.downloadFile(workbench, 'machine', path);
}

async function downloadProject(workbench: Workbench): Promise<void> {
  const keep = await import('../keep/keep-files.ts');
  await keep.downloadProject(workbench);
}

function FileIcon({ folder, open }: { folder: boolean; open: boolean }) {
  if (!folder) return <File size={14} aria-hidden="true" className="file-icon" />;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <>
      <Chevron size={14} aria-hidden="true" />
      <Folder size={14} aria-hidden="true" className="file-icon" />
    </>
  );
}
