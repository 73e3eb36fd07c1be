import './scene.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useWorkbench } from '../../hooks/workbench-context.ts';
import { PictureFoot } from './picture-foot.tsx';
import { PictureSheet } from './picture-sheet.tsx';
import { SceneDialog } from './scene-dialogs.tsx';
import { SceneKeeper } from './scene-keeper.ts';
import type { SceneNode } from './scene-types.ts';
import { useChoose } from './use-choose.ts';
import { useSheet } from './use-sheet.ts';

/** The world as a picture: machines, networks, containers and what they have to do with each other. The list says the same in words. */
export function WorldPicture({ onList }: { onList: () => void }) {
  const { mirror, session } = useWorkbench();
  const [keeper] = useState(() => new SceneKeeper(mirror));
  const scroller = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<SceneNode>();
  const [wanted, setWanted] = useState<string>();
  const setSheet = useMemo(() => keeper.setSheet.bind(keeper), [keeper]);
  const zooming = useSheet(scroller, setSheet);
  const { by, isMost } = zooming;
  useEffect(() => keeper.follow(), [keeper]);
  const pictured = useStore(keeper.pictured);
  const scale = pictured?.scene.scale ?? 1;
  const acts = useMemo(() => {
    const list = (machine: string): void => {
      session.setState({ shownMachine: machine });
      onList();
    };
    return {
      open: setOpened,
      list,
      closer: ({ x, y, width, height, members, machine }: SceneNode): void => {
        const area = scroller.current;
        if (isMost || !area) return list(machine);
        by(2, {
          x: (x + width / 2) * scale - area.scrollLeft,
          y: (y + height / 2) * scale - area.scrollTop,
        });
        const first = mirror.getState().container.get(members[0] ?? '');
        setWanted(first && `container:${first.id}`);
      },
    };
  }, [session, mirror, onList, by, isMost, scale]);
  const choose = useChoose(acts);
  return (
    <div className="picture">
      <div className="picture-frame">
        <div
          ref={scroller}
          className={zooming.zoom > 1 ? 'picture-scroll picture-zoomed' : 'picture-scroll'}
          tabIndex={0}
          role="group"
          aria-label="Picture of the world"
        >
          {pictured && (
            <PictureSheet
              pictured={pictured}
              scroller={scroller}
              zooming={zooming}
              wanted={wanted}
              onChoose={choose}
            />
          )}
        </div>
      </div>
      <PictureFoot zooming={zooming} isGhost={pictured?.isGhost === true} />
      {opened && <SceneDialog node={opened} onClose={() => setOpened(undefined)} onList={onList} />}
    </div>
  );
}
