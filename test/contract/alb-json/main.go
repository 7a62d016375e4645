// Reads the JSON of annotations as the AWS Load Balancer Controller does: with encoding/json, into structs of the fields
// that its guide lists for release 3.5. The module of the controller cannot be had from the module proxy, so the types are
// written here from the guide. Unlike the controller, this reader refuses a field that it does not know.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
)

type oidc struct {
	Issuer, AuthorizationEndpoint, TokenEndpoint, UserInfoEndpoint, SecretName string
	AuthenticationRequestExtraParams                                           map[string]string
}

type cognito struct {
	UserPoolARN, UserPoolClientID, UserPoolDomain string
	AuthenticationRequestExtraParams              map[string]string
}

type jwt struct {
	JwksEndpoint, Issuer string
	AdditionalClaims     []struct {
		Format, Name string
		Values       []string
	}
}

type listener struct {
	Port                          int32
	Mode                          string
	TrustStore                    *string
	IgnoreClientCertificateExpiry *bool
	AdvertiseTrustStoreCaNames    *string
}

type target struct {
	TargetGroupARN, TargetGroupName, ServiceName *string
	ServicePort                                  any
	Weight                                       *int32
}

type action struct {
	Type                            string
	TargetGroupARN, TargetGroupName *string
	FixedResponseConfig             *struct {
		ContentType, MessageBody *string
		StatusCode               string
	}
	RedirectConfig *struct {
		Host, Path, Port, Protocol, Query *string
		StatusCode                        string
	}
	ForwardConfig *struct {
		TargetGroups                []target
		TargetGroupStickinessConfig *struct {
			Enabled         *bool
			DurationSeconds *int32
		}
	}
}

type patterns struct{ Values, RegexValues []string }

type condition struct {
	Field                               string
	HostHeaderConfig, PathPatternConfig *patterns
	HTTPRequestMethodConfig             *struct{ Values []string }
	SourceIPConfig                      *struct{ Values []string }
	HTTPHeaderConfig                    *struct {
		HTTPHeaderName      string
		Values, RegexValues []string
	}
	QueryStringConfig *struct {
		Values []struct {
			Key   *string
			Value string
		}
	}
}

type rewrites struct {
	Rewrites []struct{ Regex, Replace string }
}

type transform struct {
	Type                                      string
	URLRewriteConfig, HostHeaderRewriteConfig *rewrites
}

func (a action) valid() error {
	given := 0
	for _, one := range []bool{a.TargetGroupARN != nil, a.TargetGroupName != nil, a.ForwardConfig != nil} {
		if one {
			given++
		}
	}
	switch {
	case a.Type == "forward" && given == 1:
		return a.validTargets()
	case a.Type == "redirect" && a.RedirectConfig != nil && a.RedirectConfig.StatusCode != "":
		return nil
	case a.Type == "fixed-response" && a.FixedResponseConfig != nil && a.FixedResponseConfig.StatusCode != "":
		return nil
	}
	return errors.New("the action has not what its type needs")
}

func (a action) validTargets() error {
	if a.ForwardConfig == nil {
		return nil
	}
	for _, one := range a.ForwardConfig.TargetGroups {
		if one.ServiceName != nil && one.ServicePort == nil {
			return errors.New("servicePort is missing")
		}
		if len(a.ForwardConfig.TargetGroups) > 1 && one.Weight == nil {
			return errors.New("weight is missing")
		}
	}
	return nil
}

func (c condition) valid() error {
	configs := map[string]bool{
		"host-header":         c.HostHeaderConfig != nil,
		"path-pattern":        c.PathPatternConfig != nil,
		"http-header":         c.HTTPHeaderConfig != nil,
		"http-request-method": c.HTTPRequestMethodConfig != nil,
		"query-string":        c.QueryStringConfig != nil,
		"source-ip":           c.SourceIPConfig != nil,
	}
	if !configs[c.Field] {
		return fmt.Errorf("field %q has not its configuration", c.Field)
	}
	return nil
}

func decode(text string, into any) error {
	decoder := json.NewDecoder(bytes.NewBufferString(text))
	decoder.DisallowUnknownFields()
	return decoder.Decode(into)
}

func read(key, text string) error {
	switch {
	case key == "auth-idp-oidc":
		return decode(text, &oidc{})
	case key == "auth-idp-cognito":
		return decode(text, &cognito{})
	case key == "jwt-validation":
		return decode(text, &jwt{})
	case key == "mutual-authentication":
		return decode(text, &[]listener{})
	case key == "listen-ports":
		return decode(text, &[]map[string]int32{})
	case strings.HasPrefix(key, "actions."):
		var one action
		if err := decode(text, &one); err != nil {
			return err
		}
		return one.valid()
	case strings.HasPrefix(key, "conditions."):
		var list []condition
		if err := decode(text, &list); err != nil {
			return err
		}
		for _, one := range list {
			if err := one.valid(); err != nil {
				return err
			}
		}
		return nil
	case strings.HasPrefix(key, "transforms."):
		return decode(text, &[]transform{})
	}
	return fmt.Errorf("no type for %s", key)
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var one struct{ Key, Text string }
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			panic(err)
		}
		if err := read(one.Key, one.Text); err != nil {
			fmt.Printf("refused %s\n", one.Key)
			fmt.Fprintf(os.Stderr, "%s: %v\n", one.Key, err)
		} else {
			fmt.Printf("read %s\n", one.Key)
		}
	}
}
