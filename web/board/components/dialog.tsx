import type { ReactNode } from "react";
import { Dialog as AriaDialog, Button, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useLanguage } from "../language.tsx";
import { componentWords } from "./component-words.ts";
import { Repeating } from "./repeating.tsx";
import "./dialog.css";

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the bottom. */
  readonly actions?: ReactNode;
  /** Asks about something that cannot be undone: a click outside does not close it. */
  readonly isAlert?: boolean;
  /** Holds what somebody has typed: a click outside does not close it. */
  readonly isTypedIn?: boolean;
  /** Holds a table. */
  readonly isWide?: boolean;
}

/** Keeps the focus inside, closes on Escape, and returns the focus to where it was. */
export const Dialog = ({ title, isOpen, onClose, children, actions, ...options }: DialogProps) => {
  const { say } = useLanguage();
  const { isAlert = false, isTypedIn = false, isWide = false } = options;
  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert && !isTypedIn}
    >
      <Modal className={isWide ? "dialog-modal dialog-wide" : "dialog-modal"}>
        <AriaDialog className="dialog" role={isAlert ? "alertdialog" : "dialog"}>
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button className="dialog-close" aria-label={say(componentWords.close)} onPress={onClose}>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path d="M3.5 3.5l9 9m0-9l-9 9" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
              </svg>
            </Button>
          </header>
          <div className="dialog-body">
            {children}
            <Repeating />
          </div>
          {actions !== undefined && <footer className="dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
