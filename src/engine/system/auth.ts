import { ApiError } from '../../api/api-error.ts';

/**
 * Checks a login. Simplified: there are no accounts here, so every name with a password may log in; the real daemon asks the registry.
 * @throws ApiError unauthorized
 */
export function systemAuth(request: { username: string; password: string; serveraddress: string }): {
  Status: string;
} {
  if (request.username === '' || request.password === '') {
    const server = request.serveraddress || 'https://registry-1.docker.io/v2/';
    throw new ApiError('unauthorized', `Get "${server}": unauthorized: incorrect username or password`);
  }
  return { Status: 'Login Succeeded' };
}
