import type { LessonHead } from '../../lessons/lesson.ts';
import type { LessonText } from '../../world/queries/queries.ts';

export const FAKE_LESSONS: readonly LessonHead[] = [
  {
    id: '01-first/01-run',
    part: 'First containers',
    title: 'Run and publish',
    summary: 'From an image to a page.',
    minutes: 5,
    commands: ['docker run'],
    tags: [],
  },
  {
    id: '02-images/01-pull',
    part: 'Images',
    title: 'Pull and tag',
    summary: 'What a tag is.',
    minutes: 4,
    commands: ['docker pull', 'docker tag'],
    tags: ['registry'],
  },
];

const quiz = {
  id: 'q',
  question: 'What is an image?',
  options: ['A package', 'A process'],
  answer: 0,
  why: 'It is files.',
};

export const FAKE_LESSON: LessonText = {
  title: 'Run and publish',
  summary: 'From an image to a page.',
  minutes: 5,
  par: 4,
  intro: [{ kind: 'prose', markdown: 'An **image** is a package.' }],
  steps: [
    {
      id: 'run',
      title: 'Run',
      pieces: [
        { kind: 'prose', markdown: 'Run it.' },
        {
          kind: 'commands',
          text: 'docker run hello-world',
          fails: false,
          inside: false,
          terminal: 1,
          interrupt: false,
        },
        { kind: 'callout', tone: 'tip', markdown: 'A tip.' },
        { kind: 'quiz', question: quiz },
      ],
      hints: ['Look at `docker ps -a`.', 'Type it.'],
      solution: [{ command: 'docker run hello-world' }, { command: 'docker ps -a' }],
      hasChecks: true,
    },
    {
      id: 'more',
      title: 'More',
      pieces: [{ kind: 'aside', title: 'Why', markdown: 'Because.' }],
      hints: [],
      solution: [],
      hasChecks: true,
    },
  ],
  files: [],
};
