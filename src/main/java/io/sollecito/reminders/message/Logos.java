package io.sollecito.reminders.message;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/**
 * The creditors' logos, and the pictures of their signatures, as PNG on white, without transparency, which PDF/A-1 forbids;
 * each file is read once.
 */
final class Logos {

    private final Path base;
    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    /** @param base the folder that the logos' paths are relative to */
    Logos(Path base) {
        this.base = base;
    }

    /** @throws MessageHeld when the file is no picture */
    byte[] png(String path) {
        return read.computeIfAbsent(path, this::onWhite);
    }

    private byte[] onWhite(String path) {
        Path file = base.resolve(path);
        try {
            BufferedImage logo = Files.isReadable(file) ? ImageIO.read(file.toFile()) : null;
            if (logo == null) {
                throw new MessageHeld("the logo or signature " + file + " cannot be read as a picture");
            }
            BufferedImage opaque = new BufferedImage(logo.getWidth(), logo.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D drawing = opaque.createGraphics();
            drawing.drawImage(logo, 0, 0, Color.WHITE, null);
            drawing.dispose();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(opaque, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException unreadable) {
            throw new MessageHeld("the logo or signature " + file + " cannot be read: " + unreadable.getMessage());
        }
    }
}
