import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { engines } from "../../bridge/backend";
import { desk, type portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Dialog, DialogActions, DialogBody } from "../../ui/dialog";
import { Field, TextInput } from "../../ui/field";
import { SuggestField } from "../../ui/suggest-field";
import { enginesQuery } from "../../vocabulary/engine";
import styles from "./engine-dialog.module.css";
import { EngineKey } from "./engine-key";
import { EngineTrial } from "./engine-trial";

/** What an engine on this computer is usually called, and where it is. */
const sample = { name: "Ollama", base_url: "http://localhost:11434/v1" };

interface EngineDialogProps {
  endpoint: portfolio.Endpoint;
  onSaved: (engine: desk.Engine) => void;
  onClose: () => void;
}

/** Adds a language model as an engine (id ""), or changes one. */
export function EngineDialog({ endpoint, onSaved, onClose }: EngineDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [draft, setDraft] = useState(endpoint);
  const [key, setKey] = useState("");
  const [keyPlace, setKeyPlace] = useState(desk.KeyPlace.Keychain);
  const change = (part: Partial<portfolio.Endpoint>) => setDraft({ ...draft, ...part });
  const models = useMutation({ mutationFn: () => engines.Models(draft, key) });

  const done = () => void client.invalidateQueries({ queryKey: enginesQuery.queryKey });
  const save = useMutation({
    mutationFn: async () => {
      const engine = await engines.Save(draft);
      // What was saved once is changed from now on, also where its key could not be kept.
      if (engine.endpoint) setDraft(engine.endpoint);
      if (draft.uses_key && key !== "") await engines.KeepKey(engine.id, key, keyPlace);
      return engine;
    },
    onSuccess: onSaved,
    onSettled: done,
  });
  const remove = useMutation({
    mutationFn: () => engines.Remove(endpoint.id),
    onSuccess: onClose,
    onSettled: done,
  });
  const failure = save.error ?? remove.error;
  const complete = draft.name.trim() !== "" && draft.base_url.trim() !== "" && draft.model.trim() !== "";
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (complete) save.mutate();
  };
  return (
    <Dialog
      title={t(endpoint.id === "" ? "engine.addTitle" : "engine.editTitle")}
      closeLabel={t("close")}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={submit}>
        <DialogBody>
          <div className={styles.fields}>
            <Field label={t("engine.name")}>
              {(ids) => (
                <TextInput
                  {...ids}
                  autoFocus
                  placeholder={sample.name}
                  value={draft.name}
                  onChange={(event) => change({ name: event.target.value })}
                />
              )}
            </Field>
            <Field label={t("engine.address")} hint={t("engine.addressHint")}>
              {(ids) => (
                <TextInput
                  {...ids}
                  placeholder={sample.base_url}
                  value={draft.base_url}
                  onChange={(event) => change({ base_url: event.target.value })}
                />
              )}
            </Field>
            <Field label={t("engine.model")} error={models.error?.message}>
              {({ id, "aria-invalid": invalid }) => (
                <div className={styles.model}>
                  <SuggestField
                    id={id}
                    aria-invalid={invalid}
                    initial={endpoint.model}
                    value={draft.model}
                    options={models.data ?? []}
                    onChange={(name) => change({ model: name })}
                  />
                  <Button
                    disabled={models.isPending || draft.base_url.trim() === ""}
                    onClick={() => models.mutate()}
                  >
                    {t("engine.listModels")}
                  </Button>
                </div>
              )}
            </Field>
            <Field label={t("engine.context")} hint={t("engine.contextHint")}>
              {(ids) => (
                <TextInput
                  {...ids}
                  inputMode="numeric"
                  value={draft.context === 0 ? "" : String(draft.context)}
                  onChange={(event) => change({ context: Number(event.target.value.replace(/\D/g, "")) })}
                />
              )}
            </Field>
            <EngineKey
              endpoint={draft}
              entered={key}
              place={keyPlace}
              onUse={(uses_key) => change({ uses_key })}
              onEnter={setKey}
              onPlace={setKeyPlace}
            />
            <label className={styles.tick}>
              <Checkbox
                checked={draft.hide_owners}
                onCheckedChange={(hide_owners) => change({ hide_owners })}
              />
              <span>
                {t("engine.hideOwners")}
                <span className={styles.note}>{t("engine.hideOwnersNote")}</span>
              </span>
            </label>
            <EngineTrial endpoint={draft} keyEntered={key} ready={complete} />
            {failure && (
              <p role="alert" className={styles.failure}>
                {failure.message}
              </p>
            )}
          </div>
        </DialogBody>
        <DialogActions>
          {endpoint.id !== "" && (
            <Button
              kind="danger"
              className={styles.remove}
              disabled={remove.isPending}
              onClick={() => remove.mutate()}
            >
              {t("engine.remove")}
            </Button>
          )}
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" kind="primary" disabled={!complete || save.isPending}>
            {t(endpoint.id === "" ? "engine.addTitle" : "engine.save")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
