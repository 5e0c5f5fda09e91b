//go:build linux

package windowtest

import (
	"context"
	"fmt"
	"image"

	"github.com/jezek/xgb/xproto"
)

// Launch starts a program on the desktop as it is on most: nobody listens on an accessibility bus. stop ends it. env is
// added to the desktop's environment.
func (d *Desktop) Launch(ctx context.Context, env []string, program string, args ...string) (stop func() error, err error) {
	p, err := d.start(ctx, command{name: program, args: args, env: env})
	if err != nil {
		return nil, err
	}
	return p.end, nil
}

// Pixels gives what a rectangle of the screen shows, four bytes a pixel, row by row.
func (d *Desktop) Pixels(area image.Rectangle) ([]byte, error) {
	reply, err := xproto.GetImage(d.screen.conn, xproto.ImageFormatZPixmap, xproto.Drawable(d.screen.root),
		int16(area.Min.X), int16(area.Min.Y), uint16(area.Dx()), uint16(area.Dy()), ^uint32(0)).Reply()
	if err != nil {
		return nil, fmt.Errorf("pixels of the screen: %w", err)
	}
	return reply.Data, nil
}

// Size is the size of the screen.
func (d *Desktop) Size() (image.Rectangle, error) {
	reply, err := xproto.GetGeometry(d.screen.conn, xproto.Drawable(d.screen.root)).Reply()
	if err != nil {
		return image.Rectangle{}, fmt.Errorf("size of the screen: %w", err)
	}
	return image.Rect(0, 0, int(reply.Width), int(reply.Height)), nil
}
