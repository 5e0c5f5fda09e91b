import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { engines } from "../../bridge/backend";
import { portfolio, type desk } from "../../bridge/model";
import { ActionMenu } from "../../ui/action-menu";
import { Button } from "../../ui/button";
import { toastFailure } from "../../ui/toasts";
import { engineName, enginesQuery, placeWords } from "../../vocabulary/engine";
import { AgreementDialog } from "./agreement-dialog";
import { EngineDialog } from "./engine-dialog";
import styles from "./engine-list.module.css";
import { FoundEngines } from "./found-engines";
import { remoteEngines } from "./remote-engines";

const blank: portfolio.Endpoint = {
  id: "",
  name: "",
  base_url: "",
  model: "",
  context: 0,
  tools: portfolio.ToolUse.Unknown,
  uses_key: false,
  hide_owners: false,
  agreed_to: "",
};

/** What can answer questions, and how to add to it. Nothing is connected to until a button is pressed. */
export function EngineList() {
  const { t } = useTranslation();
  const list = useQuery(enginesQuery).data ?? [];
  const [editing, setEditing] = useState<portfolio.Endpoint>();
  const [agreeing, setAgreeing] = useState<portfolio.Endpoint>();
  return (
    <>
      <ul className={styles.list} aria-label={t("engine.list")}>
        {list.map((engine) => (
          <Item
            key={engine.id}
            engine={engine}
            onEdit={() => setEditing(engine.endpoint ?? undefined)}
            onAgree={() => setAgreeing(engine.endpoint ?? undefined)}
          />
        ))}
      </ul>
      <div className={styles.add}>
        <ActionMenu
          trigger={<Button>{t("engine.add")}</Button>}
          actions={[
            { key: "any", label: t("engine.addAny"), run: () => setEditing(blank) },
            ...remoteEngines.map((remote) => ({
              key: remote.base_url,
              label: t("engine.addRemote", { name: remote.name }),
              run: () => setEditing({ ...blank, ...remote }),
            })),
          ]}
        />
        <FoundEngines onChoose={(found) => setEditing({ ...blank, ...found })} />
      </div>
      {editing && (
        <EngineDialog
          endpoint={editing}
          onSaved={({ allowed, endpoint }) => {
            setEditing(undefined);
            if (!allowed && endpoint) setAgreeing(endpoint);
          }}
          onClose={() => setEditing(undefined)}
        />
      )}
      {agreeing && <AgreementDialog endpoint={agreeing} onClose={() => setAgreeing(undefined)} />}
    </>
  );
}

interface ItemProps {
  engine: desk.Engine;
  onEdit: () => void;
  onAgree: () => void;
}

function Item({ engine, onEdit, onAgree }: ItemProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { endpoint, place, allowed } = engine;
  const name = engineName(t, engine);
  const withdraw = useMutation({
    mutationFn: (of: portfolio.Endpoint) => engines.Agree(of.id, of.base_url, false),
    onError: (error) => toastFailure(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: enginesQuery.queryKey }),
  });
  return (
    <li className={styles.item}>
      <div>
        <p>{name}</p>
        <p className={styles.note}>
          {endpoint ? `${placeWords(t, place)} · ${endpoint.base_url}` : t("settings.engineNote")}
        </p>
      </div>
      {endpoint && (
        <div className={styles.actions}>
          {place === portfolio.Place.AnotherComputer &&
            (allowed ? (
              <Button onClick={() => withdraw.mutate(endpoint)}>{t("engine.withdraw")}</Button>
            ) : (
              <Button onClick={onAgree}>{t("engine.agree")}</Button>
            ))}
          <Button aria-label={t("engine.editNamed", { name })} onClick={onEdit}>
            {t("engine.edit")}
          </Button>
        </div>
      )}
    </li>
  );
}
