import { useQuery, useQueryClient, useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { engines } from "../../bridge/backend";
import { desk, type portfolio } from "../../bridge/model";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Field, TextInput } from "../../ui/field";
import { Segments } from "../../ui/segments";
import { toastFailure } from "../../ui/toasts";
import styles from "./engine-dialog.module.css";

interface EngineKeyProps {
  endpoint: portfolio.Endpoint;
  /** The key that was typed; it replaces the one that is kept. */
  entered: string;
  place: desk.KeyPlace;
  onUse: (uses: boolean) => void;
  onEnter: (key: string) => void;
  onPlace: (place: desk.KeyPlace) => void;
}

const places = [desk.KeyPlace.Keychain, desk.KeyPlace.Session] as const;

/** Whether an engine asks for a key, and where the key is kept. A kept key is never shown. */
export function EngineKey({ endpoint, entered, place, onUse, onEnter, onPlace }: EngineKeyProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const kept = useQuery({
    queryKey: ["engineKey", endpoint.id],
    queryFn: () => engines.KeyPlace(endpoint.id),
    enabled: endpoint.uses_key && endpoint.id !== "",
    gcTime: 0,
  });
  const forget = useMutation({
    mutationFn: () => engines.ForgetKey(endpoint.id),
    onError: (error) => toastFailure(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: ["engineKey", endpoint.id] }),
  });
  const where = kept.data ?? desk.KeyPlace.Nowhere;
  return (
    <div className={styles.key}>
      <label className={styles.tick}>
        <Checkbox checked={endpoint.uses_key} onCheckedChange={onUse} />
        {t("engine.usesKey")}
      </label>
      {endpoint.uses_key && (
        <>
          <Field label={t("engine.key")} hint={t(`engine.keyIn.${where}`)} error={kept.error?.message}>
            {(ids) => (
              <TextInput
                {...ids}
                type="password"
                value={entered}
                onChange={(event) => onEnter(event.target.value)}
              />
            )}
          </Field>
          {entered !== "" && (
            <Segments
              label={t("engine.keepKey")}
              value={place}
              options={places.map((value) => ({ value, label: t(`engine.keep.${value}`) }))}
              onChange={onPlace}
            />
          )}
          {(where === desk.KeyPlace.Keychain || where === desk.KeyPlace.Session) && (
            <div>
              <Button disabled={forget.isPending} onClick={() => forget.mutate()}>
                {t("engine.forgetKey")}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
