import { AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import type { ReactNode } from 'react';

type HeadProps = {
  title: string;
  /** What is known without opening it. */
  summary?: string;
};

function Head({ title, summary }: HeadProps) {
  return (
    <span className="wk-explain-step-head">
      <span className="wk-explain-step-title">{title}</span>
      {summary === undefined ? null : <span className="wk-explain-step-summary">{summary}</span>}
    </span>
  );
}

/** One step of a derivation: its outcome stands in the open, what led to it folds out. */
export function Step({ value, children, ...head }: HeadProps & { value: string; children: ReactNode }) {
  return (
    <AccordionItem value={value} className="wk-explain-step">
      <AccordionHeader as="h3" size="small" expandIconPosition="start">
        <Head {...head} />
      </AccordionHeader>
      <AccordionPanel className="wk-explain-step-body">{children}</AccordionPanel>
    </AccordionItem>
  );
}

/** A step of which nothing more is to be told. */
export function BareStep(head: HeadProps) {
  return (
    <div className="wk-explain-step wk-explain-bare">
      <h3>
        <Head {...head} />
      </h3>
    </div>
  );
}
