import { ApiError } from '../../api/api-error.ts';
import type { EngineContext } from '../engine-context.ts';

/** Checks a login with the registry it is for. @throws ApiError unauthorized */
export async function systemAuth(
  context: EngineContext,
  request: { username: string; password: string; serveraddress: string },
): Promise<{ Status: string }> {
  const { username, password, serveraddress } = request;
  if (username === '' || password === '') {
    const server = serveraddress || 'https://registry-1.docker.io/v2/';
    throw new ApiError('unauthorized', `Get "${server}": unauthorized: incorrect username or password`);
  }
  await context.registry.login(serveraddress, { username, password });
  return { Status: 'Login Succeeded' };
}
