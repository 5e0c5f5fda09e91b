import { Toast } from "@base-ui/react/toast";
import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { IconButton } from "./button";
import styles from "./toasts.module.css";

const manager = Toast.createToastManager();

interface ToastOptions {
  title: string;
  text?: string;
  action?: { label: string; run: () => void };
}

/** Says that something happened, with at most one thing to do about it. */
export function toast({ title, text, action }: ToastOptions): void {
  const id = manager.add({
    title,
    description: text,
    timeout: action ? 12_000 : 6_000,
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          manager.close(id);
          action.run();
        },
      },
    }),
  });
}

/** Says that something failed. It stays until it is closed. */
export function toastFailure(title: string): void {
  manager.add({ title, type: "failure", priority: "high", timeout: 0 });
}

/** The place where toasts appear. Mount it once. */
export function Toasts({ closeLabel }: { closeLabel: string }) {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <ToastList closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Toast.useToastManager();
  return toasts.map((item) => (
    <Toast.Root key={item.id} toast={item} className={styles.toast} data-kind={item.type}>
      <div className={styles.content}>
        <Toast.Title className={styles.title} />
        <Toast.Description className={styles.text} />
      </div>
      <Toast.Action className={styles.action} />
      <Toast.Close
        render={
          <IconButton label={closeLabel}>
            <XIcon size={12} />
          </IconButton>
        }
      />
    </Toast.Root>
  ));
}
