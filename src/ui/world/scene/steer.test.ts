import { describe, expect, it } from 'vitest';
import { fakeSource, running } from '../../testing/fake-source.ts';
import { containerName, groupText, plainName, portName } from './names.ts';
import { layoutScene } from './layout-scene.ts';
import { sceneModel } from './scene-model.ts';
import { pointAt, spotsOfScene, wayThrough } from './spots.ts';
import { litBy, nodeByKey } from './steer.ts';

const PORTS = [{ hostIp: '0.0.0.0', hostPort: 8080, containerPort: 80, protocol: 'tcp' }];
const web = running('web', {
  createdMs: 1,
  ports: PORTS,
  mounts: [{ type: 'volume', source: 'data', target: '/data', readOnly: false }],
});
const db = running('db', { createdMs: 2 });
const source = fakeSource([web, db]);
const scene = layoutScene(sceneModel(source), { width: 700, height: 400, unit: 1, zoom: 1 }, new Map());
const find = (id: string) => {
  const node = scene.nodes.find((each) => each.id === id);
  if (!node) throw new Error(`${id} is not drawn`);
  return node;
};
const [webId, dbId] = [`container:${web.id}`, `container:${db.id}`];

describe('steering through the picture', () => {
  it('goes to what is next in the direction of an arrow', () => {
    const to = (from: string, key: string) => nodeByKey(scene.nodes, find(from), key)?.id;
    expect(to(webId, 'ArrowRight')).toBe(dbId);
    expect(to(dbId, 'ArrowLeft')).toBe(webId);
    expect(to(webId, 'ArrowDown')).toBe('volume:node1/data');
    expect(to('port:node1/8080', 'ArrowUp')).toBe('machine:node1');
    expect([to(webId, 'Home'), to(webId, 'x')]).toEqual(['machine:node1', undefined]);
  });

  it('lights up what belongs together, both ways', () => {
    const of = (id: string) =>
      [...litBy(scene.nodes, id)].filter((each) => scene.nodes.some((node) => node.id === each));
    expect(of('port:node1/8080').sort()).toEqual([webId, 'port:node1/8080']);
    expect(of(webId)).toEqual(
      expect.arrayContaining(['network:node1/bridge', 'volume:node1/data', 'port:node1/8080']),
    );
    expect(litBy(scene.nodes, undefined).size).toBe(0);
  });

  it('follows a request along the wire into the port', () => {
    const line = wayThrough(spotsOfScene(scene), [['machine:node1'], ['port:node1/8080'], [webId]]) ?? [];
    const [socket, cell] = [find('port:node1/8080'), find(webId)];
    expect(line.length).toBeGreaterThan(4);
    expect(line.at(-1)?.x).toBeCloseTo(cell.x);
    expect(line).toContainEqual({ x: socket.x + socket.width / 2, y: socket.y + socket.height });
    expect(
      pointAt(
        [
          { x: 0, y: 0 },
          { x: 10, y: 0 },
          { x: 10, y: 10 },
        ],
        0.75,
      ),
    ).toEqual({ x: 10, y: 5 });
    expect(wayThrough(spotsOfScene(scene), [[webId]])).toBeUndefined();
  });
});

describe('names in the picture', () => {
  it('say what the eye sees', () => {
    expect(containerName(web)).toBe('Container web, running, 8080 goes to 80, in bridge, with data');
    expect(portName(find('port:node1/8080'))).toBe(
      'Port 8080 of node1 goes to 80 in web. Opens in the browser panel',
    );
    expect(plainName(find('network:node1/bridge'))).toBe('Network bridge on node1');
    expect(
      groupText(
        {
          container: new Map([
            ['a', web],
            ['b', { ...db, state: 'exited' }],
          ]),
        },
        ['a', 'b'],
      ),
    ).toBe('1 running, 1 exited');
  });
});
