import { accessSync, constants, readFileSync } from 'node:fs';
import { readConfigFile } from 'typescript';

const read = (file: string): string => readFileSync(file, 'utf8');

test('Binder installs the versions that npm start installs', () => {
  const pins = (text: string): string[] =>
    text.match(/^[\s-]*(jupyterlab\S*|plotly)==\S+/gm)?.map((line) => line.replace(/^[\s-]*/, '')) ?? [];
  expect(pins(read('.binder/environment.yml'))).toEqual(pins(read('setup/requirements.in')));
  expect(pins(read('setup/requirements.in'))).toHaveLength(4);
  accessSync('.binder/postBuild', constants.X_OK);
});

test("the devcontainer's commands are npm scripts", () => {
  const { config, error } = readConfigFile('.devcontainer/devcontainer.json', read) as {
    config: Record<string, string>;
    error?: unknown;
  };
  expect(error).toBeUndefined();
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const command of [config.postCreateCommand, config.postAttachCommand]) {
    const [, script] = /^npm (?:run )?(\w+)/.exec(command ?? '') ?? [];
    expect(Object.keys(scripts)).toContain(script);
  }
});
